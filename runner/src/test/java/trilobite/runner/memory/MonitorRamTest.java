// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorRamTest {

  /// As QEMU 7.2 said it of the demo guest's begin.
  private static final String SAID =
      """
      0000000000100000: 0xdd8900141000bcfc 0x890012ac70a3310f\r
      0000000000100010: 0x0000b80012ac7415 0x0000013da20f8000\r
      """;

  private final List<String> asked = new ArrayList<>();
  private String answer = SAID;

  private GuestRam open() {
    return GuestRam.of(
        command -> {
          asked.add(command);
          return answer;
        },
        new RamLayout(List.of(new RamLayout.Extent(0x100000, 0x200000, 0x100000))));
  }

  @Test
  void wordsAreReadAsTheMonitorShowsThem() throws IOException {
    var bytes = open().read(0x100000, 32);
    assertThat(asked).containsExactly("xp /4xg 0x100000");
    assertThat(bytes.getLong(0)).isEqualTo(0xdd8900141000bcfcL);
    assertThat(bytes.getLong(24)).isEqualTo(0x0000013da20f8000L);
  }

  @Test
  void oddPlacesAreCutOutOfWholeWords() throws IOException {
    var bytes = open().read(0x100006, 4);
    assertThat(asked).containsExactly("xp /2xg 0x100000");
    assertThat(bytes.getInt(0)).isEqualTo(0x310fdd89);
  }

  @Test
  void noMoreThanAPageIsAskedForAtOnce() {
    answer = SAID.repeat(128);
    assertThat(open()).satisfies(ram -> ram.read(0x100000, 3 * 4096));
    assertThat(asked)
        .containsExactly("xp /512xg 0x100000", "xp /512xg 0x101000", "xp /512xg 0x102000");
  }

  @Test
  void whatIsNoMemoryIsAnError() {
    answer = "Cannot access memory\r\n";
    assertThatThrownBy(() -> open().read(0x100000, 8)).isInstanceOf(MemoryException.class);
  }

  @Test
  void lookingThroughAllOfItIsRefusedInWords() {
    assertThatThrownBy(() -> open().touched()).hasMessageContaining("too slow");
    assertThatThrownBy(() -> open().touchedFrom(0, 10)).hasMessageContaining("too slow");
    assertThat(open().place()).contains("0.3 ms a look");
  }
}
