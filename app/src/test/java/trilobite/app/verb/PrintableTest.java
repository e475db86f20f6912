// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void showsEscapeSequencesInsteadOfObeyingThem() {
    assertThat(Printable.of("\u001b]0;owned\u0007")).isEqualTo("\\x1b]0;owned\\x07");
  }

  @Test
  void keepsNewlinesTabsAndLettersOfAnyScript() {
    assertThat(Printable.of("tide\tприлив\n潮")).isEqualTo("tide\tприлив\n潮");
  }

  @Test
  void showsC1ControlsAndDirectionOverrides() {
    assertThat(Printable.of("\u009b1m \u202e")).isEqualTo("\\x9b1m \\u202e");
  }
}
