// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinePatternTest {

  @Test
  void literalTextIsNoExpression() {
    assertThat(LinePattern.literal("a.b").in("xa.by")).isTrue();
    assertThat(LinePattern.literal("a.b").in("xacby")).isFalse();
  }

  @Test
  void expressionsMatchAnywhereInALine() {
    assertThat(LinePattern.regex("listening on \\S+:\\d+").in("httpd: listening on 0:80!"))
        .isTrue();
    assertThat(LinePattern.regex("^PANIC").in("no PANIC")).isFalse();
  }

  @Test
  void anExpressionThatNeverEndsIsNoMatch() {
    // Without a bound this would take longer than the universe has existed.
    assertThat(LinePattern.regex("(a+)+$").in("a".repeat(60) + "b")).isFalse();
  }
}
