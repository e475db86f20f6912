// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {

  private final Typed typed = new Typed();

  @Test
  void goesBackAndComesBackToWhatWasBeingTyped() {
    typed.add("help");
    typed.add("stats");
    assertThat(typed.older("le")).contains("stats");
    assertThat(typed.older("stats")).contains("help");
    assertThat(typed.older("help")).as("before the first").isEmpty();
    assertThat(typed.newer()).contains("stats");
    assertThat(typed.newer()).contains("le");
    assertThat(typed.newer()).as("after the last").isEmpty();
  }

  @Test
  void theSameLineTwiceAndEmptyOnesAreKeptOnce() {
    typed.add("help");
    typed.add("help");
    typed.add("  ");
    typed.add("");
    assertThat(typed.older("")).contains("help");
    assertThat(typed.older("")).isEmpty();
  }

  @Test
  void anEnteredLineEndsTheWayBack() {
    typed.add("one");
    typed.add("two");
    typed.older("draft");
    typed.older("");
    typed.add("three");
    assertThat(typed.newer()).isEmpty();
    assertThat(typed.older("")).contains("three");
  }

  @Test
  void theOldestLinesGo() {
    for (int i = 0; i < 250; i++) {
      typed.add("line " + i);
    }
    String oldest = "";
    for (var line = typed.older(""); line.isPresent(); line = typed.older("")) {
      oldest = line.get();
    }
    assertThat(oldest).isEqualTo("line 50");
  }
}
