// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinePagesTest {

  private record Kept(ConsoleLine line, long place) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void givesBackWhatItWasGivenUntilItIsForgotten(long seed) {
    var random = new Random(seed);
    var pages = new LinePages();
    var held = new ArrayDeque<Kept>();
    for (int i = 0; i < 20_000; i++) {
      var line = line(random, i);
      held.add(new Kept(line, pages.add(line)));
      while (held.size() > 3_000) {
        held.removeFirst();
      }
      pages.forgetBefore(held.getFirst().place());
      if (i % 2_500 == 0) {
        assertThat(held).allSatisfy(kept -> check(pages, kept));
      }
      if (random.nextInt(9_000) == 0) {
        pages.clear();
        held.clear();
        held.add(new Kept(line, pages.add(line)));
      }
    }
    assertThat(held).allSatisfy(kept -> check(pages, kept));
  }

  private static void check(LinePages pages, Kept kept) {
    var found = pages.line(kept.place());
    assertThat(found).isEqualTo(kept.line());
    assertThat(found.level()).isEqualTo(kept.line().level());
    assertThat(pages.level(kept.place())).isEqualTo(kept.line().level());
    assertThat(pages.characters(kept.place())).isEqualTo(kept.line().text().length());
  }

  private static ConsoleLine line(Random random, int i) {
    String text =
        switch (random.nextInt(40)) {
          case 0 -> "";
          case 1 -> "error: \u6f22\u5b57 \ud83e\udd90 " + i;
          case 2 -> "caf\u00e9 \u00ff " + i;
          case 3 -> "w".repeat(random.nextInt(ConsoleParser.LONGEST_LINE));
          case 4 -> "warn " + i;
          default -> "[worker-" + i % 4 + "] GET /tides/" + i;
        };
    int[] runs = random.nextBoolean() ? new int[0] : new int[] {0, 7, text.length() / 2, i};
    var ends = ConsoleLine.End.values();
    return new ConsoleLine(text, runs, i * 3_000_000_000L, i * 3_000_000_000L + 9, ends[i % 3]);
  }

  @Test
  void aLineLargerThanAPageHasOneOfItsOwn() {
    var pages = new LinePages();
    var large = ConsoleLine.plain("\u6f22".repeat(LinePages.PAGE), 0);
    var small = ConsoleLine.plain("small", 1);
    long first = pages.add(small);
    long second = pages.add(large);
    long third = pages.add(small);
    assertThat(pages.line(second)).isEqualTo(large);
    assertThat(pages.line(first)).isEqualTo(small);
    pages.forgetBefore(third);
    assertThat(pages.line(third)).isEqualTo(small);
  }
}
