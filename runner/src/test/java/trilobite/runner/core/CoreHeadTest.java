// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.runner.image.Elf;
import trilobite.runner.image.ElfReader;
import trilobite.runner.image.FileBytes;
import trilobite.runner.memory.CoreBytes;
import trilobite.runner.memory.CoreImage;
import trilobite.runner.memory.GuestRam.Stretch;

/// What stands before the memory is what QEMU said, for other memory.
class CoreHeadTest {

  @TempDir private Path folder;

  private Path file(byte[]... parts) throws IOException {
    var file = folder.resolve("some.core");
    try (var out = Files.newOutputStream(file)) {
      for (var part : parts) {
        out.write(part);
      }
    }
    return file;
  }

  @Test
  void keepsTheRegistersAndTellsOfOtherMemory() throws Exception {
    var from = new CoreBytes().vcpu(0x1234, 0x5000, 0x20).memory(0, new byte[4096]);
    var qemus = file(from.bytes());
    var registers = CoreImage.read(qemus).registers();
    var head = CoreHead.read(qemus);
    var memory = List.of(new Stretch(0, 8192), new Stretch(4L << 30, 4096));

    var before = head.before(memory).array();
    assertThat(before.length).isEqualTo((int) head.length(2)).matches(size -> size % 4096 == 0);
    var core = CoreImage.read(file(before, new byte[8192], new byte[4096]));

    assertThat(core.arch()).isEqualTo("x86_64");
    assertThat(core.registers()).isEqualTo(registers).contains("1234");
    assertThat(core.size()).isEqualTo(12_288);
    assertThat(core.layout().extents().getLast().start()).isEqualTo(4L << 30);
    assertThat(core.layout().extents().getLast().offset()).isEqualTo(before.length + 8192);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuestOf32BitsHasShorterEntries(boolean big) throws Exception {
    var order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    var header = ByteBuffer.allocate(52).order(order);
    header.put(new byte[] {0x7f, 'E', 'L', 'F', 1, (byte) (big ? 2 : 1), 1}).position(16);
    header.putShort((short) 4).putShort((short) (big ? 20 : 3)).putInt(1).position(40);
    header.putShort((short) 52);
    var head = new CoreHead(order, 32, header.array(), new byte[] {9, 9, 9, 9});

    var before = head.before(List.of(new Stretch(0x80000000L, 4096))).array();
    try (var bytes = new FileBytes(file(before, new byte[4096]))) {
      var elf = ElfReader.read(bytes);
      assertThat(elf.bits()).isEqualTo(32);
      assertThat(elf.segments()).extracting(Elf.Segment::type).containsExactly(4, 1);
      assertThat(elf.segments().getFirst().fileSize()).isEqualTo(4);
      var load = elf.segments().getLast();
      assertThat(load.physical()).isEqualTo(0x80000000L);
      assertThat(load.offset()).isEqualTo(before.length);
      assertThat(load.fileSize()).isEqualTo(4096);
    }
  }

  @Test
  void withoutRegistersItIsNone() throws Exception {
    var empty = new CoreHead(ByteOrder.LITTLE_ENDIAN, 64, new CoreBytes().bytes(), new byte[0]);
    assertThat(empty.length(0)).isEqualTo(4096);
    var text = file("no core at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> CoreHead.read(text)).isInstanceOf(IOException.class);
  }
}
