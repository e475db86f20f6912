// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTableTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {32, 64})
  void findsSymbolsByName(int bits) throws IOException {
    var file =
        new ElfBuilder(bits)
            .global("tide_heap", 0x123456, 80)
            .undefined("missing")
            .buildId("00ff12")
            .write(folder.resolve("a.elf"));
    var table = SymbolTable.read(file);
    assertThat(table.find("tide_heap")).contains(new Symbol("tide_heap", 0x123456, 80, true));
    assertThat(table.find("missing")).isEmpty();
    assertThat(table.find("")).isEmpty();
    assertThat(table.buildId()).contains("00ff12");
  }

  @Test
  void readsBigEndianFiles() throws IOException {
    var file =
        new ElfBuilder(64)
            .machine(22, ByteOrder.BIG_ENDIAN)
            .global("x", 0x123456789aL, 8)
            .write(folder.resolve("a.elf"));
    assertThat(SymbolTable.read(file).find("x").orElseThrow().address()).isEqualTo(0x123456789aL);
  }

  @Test
  void aLocalNameThatSeveralFilesHaveIsNotGuessed() throws IOException {
    var file =
        new ElfBuilder(64)
            .local("lists", 1)
            .local("lists", 2)
            .local("heap", 3)
            .global("heap", 4, 8)
            .local("heap", 5)
            .local("alone", 6)
            .write(folder.resolve("a.elf"));
    var table = SymbolTable.read(file);
    assertThat(table.find("lists")).isEmpty();
    assertThat(table.find("heap").orElseThrow().address()).isEqualTo(4);
    assertThat(table.find("alone").orElseThrow().address()).isEqualTo(6);
  }

  @Test
  void aStrippedImageTakesTheDebugFileWithItsBuildId() throws IOException {
    var image = new ElfBuilder(64).buildId("aa").write(folder.resolve("run"));
    new ElfBuilder(64).buildId("bb").global("x", 1, 1).write(folder.resolve("run.dbg"));
    assertThat(SymbolTable.read(image).find("x")).isEmpty();
    new ElfBuilder(64).buildId("aa").global("x", 2, 1).write(folder.resolve("run.debug"));
    assertThat(SymbolTable.read(image).find("x").orElseThrow().address()).isEqualTo(2);
  }

  @Test
  void aTextFileIsNoImage() throws IOException {
    var file = Files.writeString(folder.resolve("a.elf"), "I am a kernel, believe me, please do");
    assertThatThrownBy(() -> SymbolTable.read(file))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("no ELF");
  }

  @Test
  void everyCutOfAFileIsReadOrRefused() throws IOException {
    var bytes = new ElfBuilder(64).global("x", 1, 1).buildId("aa").pvh(5).bytes();
    var file = folder.resolve("cut.elf");
    for (var length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> SymbolTable.read(file)).isInstanceOf(ImageException.class);
      assertThat(ImageReader.facts(file).bootable()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void damagedFilesAreReadOrRefused(long seed) throws IOException {
    var random = new Random(seed);
    var bytes = new ElfBuilder(64).global("x", 1, 1).buildId("aa").pvh(5).bytes();
    var file = folder.resolve("bad.elf");
    var refused = 0;
    for (var round = 0; round < 500; round++) {
      var damaged = bytes.clone();
      for (var i = random.nextInt(8); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        assertThat(SymbolTable.read(file).symbols().size()).isLessThanOrEqualTo(2);
      } catch (ImageException e) {
        refused++;
      }
      assertThat(ImageReader.facts(file).exists()).isTrue();
    }
    assertThat(refused).isBetween(1, 499);
  }
}
