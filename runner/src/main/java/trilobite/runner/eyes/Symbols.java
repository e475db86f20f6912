// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.runner.image.ImageReader;
import trilobite.runner.image.SymbolTable;

/// Chooses the file whose symbols are the guest's.
final class Symbols {

  private Symbols() {}

  /// The image itself where it has symbols, else the first file of the project's that has some; one
  /// of another build than the image does not count.
  ///
  /// @param kernel the image that boots, where one does
  /// @param files the project's files of symbols, which may not be there
  /// @throws IOException where none is left and one of them is broken
  static Optional<SymbolTable> of(Optional<Path> kernel, List<Path> files) throws IOException {
    var image = Optional.<SymbolTable>empty();
    // A kernel such as Linux's bzImage has no symbols of its own.
    if (kernel.filter(Symbols::elf).isPresent()) {
      image = Optional.of(SymbolTable.read(kernel.get()));
      if (!image.get().symbols().isEmpty()) {
        return image;
      }
    }
    for (var file : files) {
      if (Files.isRegularFile(file)) {
        var table = SymbolTable.read(file);
        var other = image.flatMap(SymbolTable::buildId).filter(id -> !same(table, id)).isPresent();
        if (!other && !table.symbols().isEmpty()) {
          return Optional.of(table);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean elf(Path image) {
    return ImageReader.facts(image).format().startsWith("elf");
  }

  private static boolean same(SymbolTable table, String buildId) {
    return table.buildId().filter(buildId::equals).isPresent();
  }
}
