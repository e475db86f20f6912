// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

  @ParameterizedTest
  @CsvSource({
    "64M, 67108864",
    "' 64 m ', 67108864",
    "64, 67108864",
    "512K, 524288",
    "1G, 1073741824",
    "1GiB, 1073741824",
    "2TB, 2199023255552",
    "0, 0",
    "8388607T, 9223370937343148032"
  })
  void readsWhatQemuReads(String text, long bytes) {
    assertThat(MemorySize.parse(text)).contains(new MemorySize(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "M", "-64M", "+64M", "64.5M", "64MM", "64 M B", "0x40", "6 4M", "９M"})
  void refusesWhatIsNoSize(String text) {
    assertThat(MemorySize.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8388608T", "999999999999T", "1000000000000"})
  void refusesWhatNoMachineHas(String text) {
    assertThat(MemorySize.parse(text)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "1073741824, 1G, 1 GiB",
    "1074790400, 1025M, 1025 MiB",
    "67108864, 64M, 64 MiB",
    "524288, 512K, 512 KiB",
    "0, 0M, 0 KiB"
  })
  void theExactFormsSayTheSame(long bytes, String qemu, String words) {
    var size = new MemorySize(bytes);
    assertThat(size.qemu()).isEqualTo(qemu);
    assertThat(size).hasToString(words);
    assertThat(MemorySize.parse(qemu)).contains(size);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1023, 1023 bytes",
    "1024, 1 KiB",
    "2400000, 2.3 MiB",
    "67108864, 64 MiB",
    "1048575, 1.0 MiB",
    "104805172, 100 MiB",
    "25274231193, 23.5 GiB",
    "9223372036854775807, 8388608 TiB"
  })
  void threeDigitsAreEnoughForPeople(long bytes, String words) {
    assertThat(new MemorySize(bytes).about()).isEqualTo(words);
  }

  @Test
  void aPartOfAKibIsNotWritten() {
    assertThat(new MemorySize(1_500).qemu()).isEqualTo("1K");
  }
}
