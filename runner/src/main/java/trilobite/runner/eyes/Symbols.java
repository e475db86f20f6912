// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.project.SymbolFile;
import trilobite.runner.image.ImageReader;
import trilobite.runner.image.SymbolTable;

/// Chooses the file whose symbols are the guest's.
final class Symbols {

  private Symbols() {}

  /// The image itself where it has symbols, else the first file of the project's that has some; one
  /// of another build than the image does not count. Where the project says at which address a file
  /// lies, the symbols are moved there.
  ///
  /// @param kernel the image that boots, where one does
  /// @param files the project's files of symbols with absolute paths, which may not be there
  /// @throws IOException where none is left and one of them is broken
  static Optional<SymbolTable> of(Optional<Path> kernel, List<SymbolFile> files)
      throws IOException {
    var chosen = choose(kernel, files);
    return chosen.isEmpty() ? chosen : Optional.of(placed(chosen.get(), files));
  }

  /// At the address that the project gives for the file, or for another one of the same build.
  private static SymbolTable placed(SymbolTable table, List<SymbolFile> files) throws IOException {
    for (var named : files) {
      var file = Path.of(named.file());
      if (named.base().isPresent() && Files.isRegularFile(file)) {
        var same =
            Files.isSameFile(file, table.file())
                || (table.buildId().isPresent()
                    && SymbolTable.read(file).buildId().equals(table.buildId()));
        if (same) {
          return table.loadedAt(named.base().getAsLong());
        }
      }
    }
    return table;
  }

  private static Optional<SymbolTable> choose(Optional<Path> kernel, List<SymbolFile> files)
      throws IOException {
    var image = Optional.<SymbolTable>empty();
    // A kernel such as Linux's bzImage has no symbols of its own.
    if (kernel.filter(Symbols::elf).isPresent()) {
      image = Optional.of(SymbolTable.read(kernel.get()));
      if (!image.get().symbols().isEmpty()) {
        return image;
      }
    }
    for (var named : files) {
      var file = Path.of(named.file());
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

  static boolean elf(Path image) {
    return ImageReader.facts(image).format().startsWith("elf");
  }

  private static boolean same(SymbolTable table, String buildId) {
    return table.buildId().filter(buildId::equals).isPresent();
  }
}
