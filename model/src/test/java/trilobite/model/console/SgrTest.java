// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.model.console.Console.lines;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SgrTest {

  private static CellStyle style(String codes) {
    ConsoleLine line = lines("\u001b[" + codes + "mx\n").getFirst();
    return line.style(0);
  }

  @ParameterizedTest
  @CsvSource({
    "31, 1",
    "97, 15",
    "38;5;208, 208",
    "38:5:208, 208",
    "38;2;255;0;0, 196",
    "38:2::255:0:0, 196",
    "38:2:255:0:0, 196",
    "38;2;8;8;8, 232",
    "38;2;999;999;999, 231",
    "1;4;33, 3",
  })
  void foreground(String codes, int index) {
    assertThat(style(codes).foreground()).hasValue(index);
  }

  @ParameterizedTest
  @CsvSource({"41, 1", "107, 15", "48;5;17, 17", "48;2;0;0;255, 21"})
  void background(String codes, int index) {
    assertThat(style(codes).background()).hasValue(index);
    assertThat(style(codes).foreground()).isEmpty();
  }

  @Test
  void attributes() {
    CellStyle all = style("1;2;3;4;7;9");
    assertThat(
            List.of(
                all.bold(), all.dim(), all.italic(), all.underline(), all.inverse(), all.strike()))
        .containsOnly(true);
    assertThat(style("1;2;3;4;7;9;22;23;24;27;29")).isEqualTo(CellStyle.PLAIN);
    assertThat(style("31;44;39;49")).isEqualTo(CellStyle.PLAIN);
    assertThat(style("4:3").underline()).isTrue();
    assertThat(style("4:3;4:0").underline()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"''", "0", "5", "8", "38", "38;5", "38;5;256", "58;5;3", "58:2::1:1:1", "999"})
  void unknownOrBrokenCodesChangeNothingElse(String codes) {
    assertThat(style(codes)).isEqualTo(CellStyle.PLAIN);
  }

  @Test
  void looksLastBeyondTheLineEndUntilTheyAreReset() {
    var lines = lines("\u001b[31mred\nstill\u001b[m plain\n");
    assertThat(lines.get(1).style(0).foreground()).hasValue(1);
    assertThat(lines.get(1).runs()).isEqualTo(2);
    assertThat(lines.get(1).style(1)).isEqualTo(CellStyle.PLAIN);
    assertThat(lines.get(1).runStart(1)).isEqualTo(5);
    assertThat(lines.get(1).runEnd(1)).isEqualTo(11);
  }

  @Test
  void runsCountCharactersOfTheText() {
    ConsoleLine line = lines("\ud83e\udd90\u6f22\u001b[1mx\n").getFirst();
    assertThat(line.text()).isEqualTo("\ud83e\udd90\u6f22x");
    assertThat(line.runStart(1)).isEqualTo(3);
  }

  @Test
  void everyFixedColourIsItsOwnNearest() {
    var wrong = new ArrayList<Integer>();
    for (int i = 16; i <= 255; i++) {
      int rgb = Xterm256.rgb(i);
      int nearest = Xterm256.nearest((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff);
      if (Xterm256.rgb(nearest) != rgb) {
        wrong.add(i);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
