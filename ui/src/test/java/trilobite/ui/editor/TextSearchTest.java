// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import trilobite.ui.editor.TextSearch.Hit;

class TextSearchTest {
  @Test
  void findsTextWithoutRegardToCase() {
    assertThat(TextSearch.find("Tide tide", "TIDE", false, false).hits())
        .containsExactly(new Hit(0, 4), new Hit(5, 9));
    assertThat(TextSearch.find("Tide tide", "tide", false, true).hits())
        .containsExactly(new Hit(5, 9));
  }

  @Test
  void takesSpecialCharactersLiterally() {
    assertThat(TextSearch.find("a.c abc", "a.c", false, true).hits())
        .containsExactly(new Hit(0, 3));
  }

  @Test
  void findsRegularExpressionsLineByLine() {
    assertThat(TextSearch.find("one\ntwo", "^\\w+$", true, true).hits())
        .containsExactly(new Hit(0, 3), new Hit(4, 7));
  }

  @Test
  void saysWhereAPatternIsWrong() {
    var result = TextSearch.find("text", "a(b", true, true);
    assertThat(result.hits()).isEmpty();
    assertThat(result.error()).contains("column");
  }

  @Test
  void ignoresEmptyHits() {
    assertThat(TextSearch.find("abc", "x*", true, true).hits()).isEmpty();
  }

  @Test
  void stopsAPatternThatBacktracksWithoutEnd() {
    var result = TextSearch.find("a".repeat(64) + "!", "(a+)+\\1b", true, true);
    assertThat(result.cut()).isTrue();
    assertThat(result.error()).contains("too long");
  }

  @Test
  void stepsAroundTheEnds() {
    var result = TextSearch.find("x..x..x", "x", false, true);
    assertThat(result.from(7)).contains(new Hit(0, 1));
    assertThat(result.from(1)).contains(new Hit(3, 4));
    assertThat(result.before(0)).contains(new Hit(6, 7));
    assertThat(result.before(3)).contains(new Hit(0, 1));
  }

  /// Alternatives under a star take a frame of the stack for each character.
  @Test
  void aPatternThatExhaustsTheStackStops() {
    var result = TextSearch.find("xy".repeat(200_000), "(x|y)*z", true, true);
    assertThat(result.hits()).isEmpty();
    assertThat(result.error()).contains("takes too long");
  }
}
