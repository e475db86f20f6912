// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What an ELF file says of its debug information.
///
/// @param dwarf true where it has some
public record DebugImage(Path file, Optional<String> buildId, boolean dwarf) {

  /// @throws IOException where the file is no ELF file or is broken
  public static DebugImage read(Path file) throws IOException {
    try (var bytes = new FileBytes(file)) {
      var elf = ElfReader.read(bytes);
      var dwarf =
          elf.sections().stream()
              .anyMatch(
                  section ->
                      section.type() != Elf.SHT_NOBITS
                          && section.size() > 0
                          && section.name().matches("\\.z?debug_info"));
      return new DebugImage(file, elf.buildId(), dwarf);
    }
  }
}
