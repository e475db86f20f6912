// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.project.SymbolFile;
import trilobite.runner.image.ElfBuilder;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;

class SymbolsTest {

  @TempDir Path folder;

  private Path elf(String name, String buildId, String... symbols) throws IOException {
    var elf = new ElfBuilder(64).buildId(buildId);
    for (var symbol : symbols) {
      elf.global(symbol, 0x1000, 8);
    }
    return elf.write(folder.resolve(name));
  }

  private static Optional<Path> found(Optional<Path> image, Path... files) throws IOException {
    var named =
        Stream.of(files)
            .map(file -> new SymbolFile(file.toString(), "kernel", OptionalLong.empty()))
            .toList();
    return Symbols.of(image, named).map(SymbolTable::file);
  }

  @Test
  void theImageComesFirst() throws IOException {
    var image = elf("image", "aa", "x");
    assertThat(found(Optional.of(image), elf("other", "aa", "y"))).contains(image);
  }

  @Test
  void aStrippedImageTakesTheProjectsFileOfTheSameBuild() throws IOException {
    var image = elf("image", "aa");
    var right = elf("right", "aa", "x");
    assertThat(found(Optional.of(image), folder.resolve("none"), elf("wrong", "bb", "x"), right))
        .contains(right);
    assertThat(found(Optional.of(image))).isEmpty();
  }

  @Test
  void aKernelWithoutElfAndADriveRelyOnTheProject() throws IOException {
    var kernel = Files.write(folder.resolve("bzImage"), new byte[1024]);
    var file = elf("vmlinux", "aa", "x");
    assertThat(found(Optional.of(kernel), file)).contains(file);
    assertThat(found(Optional.empty(), file)).contains(file);
    assertThat(found(Optional.of(kernel))).isEmpty();
  }

  @Test
  void aLoadersSymbolsAreNotItsKernels() throws IOException {
    var loader = elf("loader", "aa", "boot");
    var kernel = elf("kernel", "bb", "x");
    var named =
        Stream.of(
                new SymbolFile(loader.toString(), "loader", OptionalLong.empty()),
                new SymbolFile(kernel.toString(), "kernel", OptionalLong.empty()))
            .toList();
    assertThat(Symbols.of(Optional.of(loader), named).map(SymbolTable::file)).contains(kernel);
    assertThat(Symbols.of(Optional.of(loader), named.subList(0, 1))).isEmpty();
    assertThat(Symbols.of(Optional.of(kernel), named).map(SymbolTable::file)).contains(kernel);
  }

  private String function(long address, SymbolFile... more) throws IOException {
    var kernel = new ElfBuilder(64).function("enter", 0x2000, 0x100).write(folder.resolve("k"));
    var table = Symbols.of(Optional.of(kernel), List.of(more)).orElseThrow();
    assertThat(table.find("serve")).isEmpty();
    return table.loadedAt(0x900000).code().at(address).map(Symbol::name).orElse("");
  }

  @Test
  void theProgramOfAKernelHasItsFunctionsAtItsOwnAddress() throws IOException {
    // Both linked for 0x100000; the kernel turns out to lie at 0x900000.
    var program = new ElfBuilder(64).function("serve", 0x3000, 0x100).write(folder.resolve("p"));
    var linked = new SymbolFile(program.toString(), "app", OptionalLong.empty());
    assertThat(function(0x802010, linked)).isEqualTo("enter");
    assertThat(function(0x3010, linked)).isEqualTo("serve");
    assertThat(function(0x3010)).isEmpty();
    var moved = new SymbolFile(program.toString(), "app", OptionalLong.of(0x500000));
    assertThat(function(0x403010, moved)).isEqualTo("serve");
    var broken = Files.writeString(folder.resolve("q"), "none");
    assertThat(function(0x802010, new SymbolFile(broken.toString(), "app", OptionalLong.empty())))
        .isEqualTo("enter");
    assertThat(Symbols.of(Optional.empty(), List.of(linked))).isEmpty();
  }

  private long address(Path image, Path file, long base) throws IOException {
    var named = List.of(new SymbolFile(file.toString(), "kernel", OptionalLong.of(base)));
    var table = Symbols.of(Optional.of(image), named).orElseThrow();
    return table.find("x").orElseThrow().address();
  }

  @Test
  void anAddressGivenForTheFileMovesItsSymbols() throws IOException {
    // Linked for 0x100000, with x at 0x1000.
    var image = elf("image", "aa", "x");
    assertThat(address(image, image, 0x100000)).isEqualTo(0x1000);
    assertThat(address(image, image, 0xffff_8000_0010_0000L)).isEqualTo(0xffff_8000_0000_1000L);
    assertThat(address(image, elf("same", "aa"), 0x300000)).as("same build").isEqualTo(0x201000);
    assertThat(address(image, elf("other", "bb", "x"), 0x300000)).isEqualTo(0x1000);
    var stripped = elf("stripped", "cc");
    assertThat(address(stripped, elf("dbg", "cc", "x"), 0x300000)).isEqualTo(0x201000);
  }
}
