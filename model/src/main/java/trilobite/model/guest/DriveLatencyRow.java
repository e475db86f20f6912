// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// Requests of a drive that took about as long.
public record DriveLatencyRow(
    @Meaning("QEMU's name of the drive") String drive,
    @Meaning("read, write or flush") String operation,
    @Meaning(value = "shortest time that is counted here", unit = "ns", title = "From") long least,
    @Meaning(
            value = "time below which they stay; empty for the slowest",
            unit = "ns",
            title = "Below")
        OptionalLong below,
    @Meaning(value = "how many took that long", unit = "requests") long requests) {}
