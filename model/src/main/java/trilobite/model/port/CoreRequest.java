// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.nio.file.Path;
import java.util.Optional;

/// Which core to open.
///
/// @param core ELF file with a whole guest's memory, as QEMU's dump-guest-memory makes it
/// @param image what the guest ran, for its symbols
/// @param profile OS profile by name, or `auto`
public record CoreRequest(Path core, Optional<Path> image, String profile) {}
