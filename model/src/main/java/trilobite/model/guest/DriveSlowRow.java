// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// The slowest requests of a drive between two looks. QEMU counts requests by how long they took
/// and keeps none of them, so both the duration and the moment are known as far as its steps and
/// our looks go.
public record DriveSlowRow(
    @Meaning("QEMU's name of the drive") String drive,
    @Meaning("read, write or flush") String operation,
    @Meaning(value = "how many took that long", unit = "requests") long requests,
    @Meaning(value = "they took at least this long", unit = "ns", title = "At least") long least,
    @Meaning(value = "and less than this; empty for the last step", unit = "ns", title = "Below")
        OptionalLong below,
    @Meaning(value = "they ended after this, on the run's clock", unit = "ms", title = "After, ms")
        long after,
    @Meaning(value = "and before this", unit = "ms", title = "Before, ms") long before) {}
