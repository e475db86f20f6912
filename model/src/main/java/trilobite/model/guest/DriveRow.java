// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// A drive of the guest's by QEMU's own counters, since the run began.
public record DriveRow(
    @Meaning("QEMU's name of the drive, in the project's order from drive0") String drive,
    @Meaning(value = "requests to read", unit = "requests") long reads,
    @Meaning(value = "bytes read", unit = "bytes") long readBytes,
    @Meaning(value = "time that all reads took together", unit = "ns") long readTime,
    @Meaning(value = "requests to write", unit = "requests") long writes,
    @Meaning(value = "bytes written", unit = "bytes") long writtenBytes,
    @Meaning(value = "time that all writes took together", unit = "ns") long writeTime,
    @Meaning(value = "requests to flush", unit = "requests") long flushes,
    @Meaning(value = "time that all flushes took together", unit = "ns") long flushTime,
    @Meaning(value = "requests that failed", unit = "requests") long failed,
    @Meaning(value = "requests under way, by the virtio queues", unit = "requests")
        OptionalLong queue,
    @Meaning(
            value = "bytes read a second since the reading before; empty in the first",
            unit = "bytes/s")
        OptionalDouble readRate,
    @Meaning(
            value = "bytes written a second since the reading before; empty in the first",
            unit = "bytes/s")
        OptionalDouble writeRate) {}
