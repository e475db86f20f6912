// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FuzzyTest {

  private static String best(String query, String... texts) {
    return List.of(texts).stream()
        .filter(text -> Fuzzy.score(query, text).isPresent())
        .max(Comparator.comparingInt(text -> Fuzzy.score(query, text).orElseThrow()))
        .orElse("");
  }

  @Test
  void allLettersInOrderAreNeeded() {
    assertThat(Fuzzy.score("htc", "http.c")).isPresent();
    assertThat(Fuzzy.score("cht", "http.c")).isEmpty();
    assertThat(Fuzzy.score("httpp.c.", "http.c")).isEmpty();
  }

  @Test
  void caseAndBlanksDoNotMatter() {
    assertThat(Fuzzy.score("RU n", "Run")).isPresent();
  }

  @Test
  void beginningsOfWordsWinOverTheMiddle() {
    assertThat(best("rs", "Reset", "Run server", "cursor")).isEqualTo("Run server");
  }

  @Test
  void neighbouringLettersWin() {
    assertThat(best("pool", "poor old lights", "pool.c")).isEqualTo("pool.c");
  }

  @Test
  void anEmptyQueryFitsAll() {
    assertThat(Fuzzy.score("", "anything")).hasValue(0);
    assertThat(Fuzzy.score("  ", "")).hasValue(0);
  }

  @Test
  void hostileLengthsEndSoon() {
    var text = "a".repeat(4_000);
    assertThat(Fuzzy.score("a".repeat(200) + "b", text)).isEmpty();
  }
}
