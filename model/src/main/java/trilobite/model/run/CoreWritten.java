// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

import java.nio.file.Path;
import java.util.Optional;

/// A core that was written.
///
/// @param bytes its length
/// @param stored bytes of it that are not zero pages, which lie on disk as holes
/// @param millis how long the guest stood still for it
/// @param filled bytes of the guest's memory that the host keeps since and did not keep before,
///   because QEMU read them
/// @param image what the guest runs, whose symbols who looks into the core needs; empty where that
///   is not known
public record CoreWritten(
    long bytes, long stored, double millis, long filled, Optional<Path> image) {}
