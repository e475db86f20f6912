// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// Requests of a drive that ended between two looks and took about as long. Looks long ago are
/// joined, so that a long run stays bounded: theirs are further apart.
public record DriveHistoryRow(
    @Meaning("QEMU's name of the drive") String drive,
    @Meaning("read, write or flush") String operation,
    @Meaning(value = "they ended after this, on the run's clock", unit = "ms", title = "After, ms")
        long after,
    @Meaning(value = "and before this", unit = "ms", title = "Before, ms") long before,
    @Meaning(value = "they took at least this long", unit = "ns", title = "At least") long least,
    @Meaning(value = "and less than this; empty for the last step", unit = "ns", title = "Below")
        OptionalLong below,
    @Meaning(value = "how many took that long", unit = "requests") long requests) {}
