// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import trilobite.runner.image.Elf;
import trilobite.runner.image.ElfReader;
import trilobite.runner.image.FileBytes;
import trilobite.runner.image.SameCode;

/// Finds the file with an image's symbols: the same name with `.dbg` or `.debug`. It is believed
/// only where it holds the same code, by build-id or, since a wrapper such as Unikraft's loses
/// that, byte for byte where the image begins.
final class SymbolsBeside {

  private SymbolsBeside() {}

  static void find(FileBytes image, Elf elf, Clues clues) throws IOException {
    for (var name : names(clues.file())) {
      var beside = clues.file().resolveSibling(name);
      if (!Files.isRegularFile(beside) || beside.equals(clues.file())) {
        continue;
      }
      try (var bytes = new FileBytes(beside)) {
        var other = ElfReader.read(bytes);
        if (hasSymbols(other)) {
          compare(image, elf, bytes, other, beside, clues);
        }
      } catch (IOException e) {
        clues.why(name + " beside it cannot be read: " + e.getMessage());
      } finally {
        image.order(ByteOrder.LITTLE_ENDIAN);
      }
    }
  }

  private static Set<String> names(Path file) {
    var name = file.getFileName().toString();
    var bare = name.replaceFirst("\\.[^.]*$", "");
    var names = new LinkedHashSet<String>();
    for (var ending : new String[] {".dbg", ".debug"}) {
      names.add(name + ending);
      names.add(bare + ending);
    }
    return names;
  }

  private static boolean hasSymbols(Elf elf) {
    return elf.sections().stream()
        .anyMatch(section -> section.type() == Elf.SHT_SYMTAB && section.size() > 0);
  }

  private static void compare(
      FileBytes image, Elf elf, FileBytes bytes, Elf other, Path beside, Clues clues)
      throws IOException {
    var name = beside.getFileName().toString();
    if (elf.buildId().isPresent() && other.buildId().isPresent()) {
      if (elf.buildId().equals(other.buildId())) {
        clues.symbols(beside, name + " beside it has its symbols: the build-id is the same");
      } else {
        clues.why(name + " beside it has another build-id, so it is of another build");
      }
      return;
    }
    if (SameCode.in(image, elf, bytes, other)) {
      clues.symbols(beside, name + " beside it has its symbols: the code is the same");
      if (elf.bits() == 32 && other.bits() == 64) {
        clues
            .arch(other.arch())
            .why("the image is a 32-bit wrapper around 64-bit code, as " + name + " shows");
      }
    } else {
      clues.why(name + " beside it holds other code, so it is of another build");
    }
  }
}
