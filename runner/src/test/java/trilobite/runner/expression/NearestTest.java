// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {

  private static final List<String> KNOWN =
      List.of("top", "trap", "take", "tide_heap", "tide_threads", "worker_main");

  @Test
  void aSlipOfThePenAndAPartOfANameAreFound() {
    assertThat(Nearest.of("tide_heep", KNOWN)).containsExactly("tide_heap");
    assertThat(Nearest.of("worker_mian", KNOWN)).containsExactly("worker_main");
    assertThat(Nearest.of("tpo", KNOWN)).containsExactly("top");
    assertThat(Nearest.of("tap", KNOWN)).containsExactly("top", "trap");
    assertThat(Nearest.of("heap", KNOWN)).containsExactly("tide_heap");
  }

  @Test
  void whatDiffersInHalfItsLettersIsNoGuess() {
    assertThat(Nearest.hint("nope", KNOWN)).isEmpty();
    assertThat(Nearest.hint("$rip", KNOWN)).isEmpty();
    assertThat(Nearest.hint("table", KNOWN)).isEmpty();
  }
}
