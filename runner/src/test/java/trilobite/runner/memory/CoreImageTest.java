// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.live.VcpuState;

class CoreImageTest {

  private static final int PAGE = 4096;

  @TempDir Path folder;

  private static byte[] low() {
    var bytes = new byte[4 * PAGE];
    Arrays.fill(bytes, PAGE, 2 * PAGE, (byte) 5);
    bytes[4 * PAGE - 1] = 9;
    return bytes;
  }

  private static CoreBytes core() {
    return new CoreBytes()
        .vcpu(0x104e87, 0x138000, 0x20)
        .memory(0, low())
        .memory(1L << 32, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
        .memory(0xfffc0000L, new byte[64]);
  }

  @Test
  void memoryLiesWhereItsSegmentsSay() throws IOException {
    var core = CoreImage.read(core().in(folder));
    assertThat(core.arch()).isEqualTo("x86_64");
    assertThat(core.size()).as("without the firmware").isEqualTo(4 * PAGE + 8);
    try (var ram = GuestRam.of(core)) {
      assertThat(ram.place()).isEqualTo("vm.core");
      assertThat(ram.read(PAGE - 1, 2).getShort(0)).isEqualTo((short) 0x0500);
      assertThat(ram.word(1L << 32)).isEqualTo(0x0807060504030201L);
      assertThat(ram.touched()).as("pages that are not empty").isEqualTo(3 * PAGE);
      assertThat(ram.touched(0)).isFalse();
      assertThat(ram.touched(PAGE)).isTrue();
      assertThat(ram.touchedFrom(0, 10))
          .containsExactly(
              new GuestRam.Stretch(PAGE, PAGE),
              new GuestRam.Stretch(3 * PAGE, PAGE),
              new GuestRam.Stretch(1L << 32, 8));
      assertThatThrownBy(() -> ram.read(4 * PAGE, 1)).isInstanceOf(MemoryException.class);
    }
  }

  @Test
  void registersAreThoseOfQemusNotes() throws IOException {
    var registers = CoreImage.read(core().in(folder)).registers();
    assertThat(Paging.of(registers)).isEqualTo(new Paging(Paging.Mode.FOUR_LEVELS, 0x138000));
    assertThat(VcpuState.parse(registers))
        .extracting(VcpuState::position)
        .containsExactly(0x104e87L);
    var deep = new CoreBytes().vcpu(1, 0x1000, 1 << 12).memory(0, low()).in(folder);
    assertThat(Paging.of(CoreImage.read(deep).registers()).mode())
        .isEqualTo(Paging.Mode.FIVE_LEVELS);
  }

  @Test
  void whatIsNoCoreOfAGuestIsSaidToBeWhatItIs() throws IOException {
    var program = core().type(2).in(folder);
    assertThatThrownBy(() -> CoreImage.read(program)).hasMessageContaining("no core");
    var empty = new CoreBytes().in(folder);
    assertThatThrownBy(() -> CoreImage.read(empty)).hasMessageContaining("dump-guest-memory");
    var process = new CoreBytes().memory(0, low()).memory(0, low()).in(folder);
    assertThatThrownBy(() -> CoreImage.read(process)).hasMessageContaining("of a process");
    var text = Files.writeString(folder.resolve("text"), "not an ELF file at all, only text");
    assertThatThrownBy(() -> CoreImage.read(text))
        .hasMessage("text is no core: this is no ELF file");
  }

  @Test
  void segmentsThatOverlapShowOneByteAtOneAddress() throws IOException {
    var file = new CoreBytes().memory(0, low()).memory(PAGE, new byte[PAGE]).in(folder);
    try (var ram = GuestRam.of(CoreImage.read(file))) {
      assertThat(ram.read(PAGE, 1).get(0)).isEqualTo((byte) 5);
      assertThat(ram.extents()).hasSize(1);
    }
  }

  @Test
  void aCoreCutOffAnywhereIsAnErrorInWordsOrWhole() throws IOException {
    var whole = core().bytes();
    for (int length = 0; length < whole.length; length += length < 1200 ? 1 : 511) {
      var file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> CoreImage.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageMatching("(?s).{10,}");
    }
  }
}
