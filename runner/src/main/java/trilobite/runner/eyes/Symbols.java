// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.project.SymbolFile;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.image.ImageReader;
import trilobite.runner.image.SymbolTable;

/// Chooses the file whose symbols are the guest's.
final class Symbols {

  private static final Logger LOG = LoggerFactory.getLogger(Symbols.class);
  private static final String PROGRAM = "app";
  private static final String LOADER = "loader";

  private Symbols() {}

  /// The image itself where it has symbols, else the first file of the project's that has some; one
  /// of another build than the image does not count. An image that the project names as a loader
  /// has none of the kernel's. Where the project says at which address a file lies, the symbols are
  /// moved there.
  ///
  /// @param kernel the image that boots, where one does
  /// @param files the project's files of symbols with absolute paths, which may not be there
  /// @throws IOException where none is left and one of them is broken
  static Optional<SymbolTable> of(Optional<Path> kernel, List<SymbolFile> files)
      throws IOException {
    var chosen = choose(kernel, files);
    return chosen.isEmpty()
        ? chosen
        : Optional.of(withPrograms(placed(chosen.get(), files), files));
  }

  /// The programs that could lie anywhere, and for which the project gives no address.
  static List<SymbolTable> wandering(List<SymbolFile> files) {
    var found = new ArrayList<SymbolTable>();
    for (var named : files) {
      var file = Path.of(named.file());
      if (named.role().equals(PROGRAM) && named.base().isEmpty() && Files.isRegularFile(file)) {
        try {
          var table = SymbolTable.read(file);
          if (table.linked() == 0) {
            found.add(table);
          }
        } catch (IOException e) {
          // It was said when the others were read.
        }
      }
    }
    return List.copyOf(found);
  }

  /// Those that lie where they were linked for, or where the project says, as gdb loads them.
  static List<GuestTypes.Loaded> programs(List<SymbolFile> files) throws IOException {
    var found = new ArrayList<GuestTypes.Loaded>();
    for (var named : files) {
      var file = Path.of(named.file());
      if (named.role().equals(PROGRAM) && Files.isRegularFile(file)) {
        long linked = SymbolTable.read(file).linked();
        if (named.base().isPresent() || linked != 0) {
          found.add(new GuestTypes.Loaded(file, named.base().orElse(linked) - linked));
        }
      }
    }
    return List.copyOf(found);
  }

  /// Beside the kernel's, the functions of the programs that it runs, at their addresses. One that
  /// could lie anywhere is left out unless the project gives its address.
  private static SymbolTable withPrograms(SymbolTable kernel, List<SymbolFile> files) {
    var all = kernel;
    for (var named : files) {
      var file = Path.of(named.file());
      if (named.role().equals(PROGRAM) && Files.isRegularFile(file)) {
        try {
          var table = SymbolTable.read(file);
          if (named.base().isPresent()) {
            all = all.beside(table.loadedAt(named.base().getAsLong()));
          } else if (table.linked() != 0) {
            all = all.beside(table);
          }
        } catch (IOException e) {
          LOG.info("The symbols of {} are left out: {}", file, e.getMessage());
        }
      }
    }
    return all;
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
    boolean loads = kernel.isPresent() && loader(kernel.get(), files);
    if (!loads && kernel.filter(Symbols::elf).isPresent()) {
      image = Optional.of(SymbolTable.read(kernel.get()));
      if (!image.get().symbols().isEmpty()) {
        return image;
      }
    }
    for (var named : files) {
      var file = Path.of(named.file());
      // A program's symbols are not its kernel's, nor a loader's.
      boolean meant = !named.role().equals(PROGRAM) && !(loads && named.role().equals(LOADER));
      if (meant && Files.isRegularFile(file)) {
        var table = SymbolTable.read(file);
        var other = image.flatMap(SymbolTable::buildId).filter(id -> !same(table, id)).isPresent();
        if (!other && !table.symbols().isEmpty()) {
          return Optional.of(table);
        }
      }
    }
    return Optional.empty();
  }

  /// True for an image that boots, but that the project calls a loader of the kernel.
  static boolean loader(Path image, List<SymbolFile> files) throws IOException {
    for (var named : files) {
      var file = Path.of(named.file());
      if (named.role().equals(LOADER) && Files.exists(file) && Files.isSameFile(file, image)) {
        return true;
      }
    }
    return false;
  }

  static boolean elf(Path image) {
    return ImageReader.facts(image).format().startsWith("elf");
  }

  private static boolean same(SymbolTable table, String buildId) {
    return table.buildId().filter(buildId::equals).isPresent();
  }
}
