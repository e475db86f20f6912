// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineFilterTest {

  private static boolean shows(String filter, String line) {
    var parsed = LineFilter.parse(filter);
    assertThat(parsed.error()).isEmpty();
    return parsed.filter().shows(new NumberedLine(0, 0, ConsoleLine.plain(line, 0)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "get, [worker-0] GET /, true",
        "get 404, [worker-0] GET / 200, false",
        "get !404, [worker-0] GET / 404, false",
        "get !404, [worker-0] GET / 200, true",
        "\"GET /a\", GET  /a, false",
        "\"GET /a\", xGET /ab, true",
        "/worker-[12]/, [worker-2] x, true",
        "/worker-[12]/, [worker-3] x, false",
        "/a b/ c, a b d, false",
        "!/a b/, a b, false",
        "level:warn, warn   disk slow, true",
        "level:warn, http.c:7:1: error: no, true",
        "level:warn, Info: fine, false",
        "/tides, GET /tides, true",
        "!, wow!, true",
        "from:guest, hello, true",
        "from:host, hello, false",
        "!from:host, hello, true",
      })
  void shownLines(String filter, String line, boolean shown) {
    assertThat(shows(filter, line)).isEqualTo(shown);
  }

  @Test
  void nothingTypedShowsAll() {
    assertThat(LineFilter.parse("  ").filter().all()).isTrue();
  }

  @Test
  void mistakesAreNamed() {
    assertThat(LineFilter.parse("/a(b/").error()).get().asString().contains("regular expression");
    assertThat(LineFilter.parse("level:loud").error()).get().asString().contains("loud");
  }

  @Test
  void anExpressionThatNeverEndsMatchesNothing() {
    assertThat(shows("/(a+)+b/", "a".repeat(60))).isFalse();
    assertThat(LinePattern.regex("(x|y)*z", true).spans("x".repeat(16_000))).isEmpty();
  }

  @Test
  void patternsMatchAnywhereInALineAndTextIsNoExpression() {
    assertThat(LinePattern.text("a.b", true).matches("xa.by")).isTrue();
    assertThat(LinePattern.text("a.b", true).matches("xacby")).isFalse();
    assertThat(LinePattern.regex("listening on \\S+:\\d+", true).matches("on: listening on 0:80!"))
        .isTrue();
    assertThat(LinePattern.regex("^PANIC", true).matches("no PANIC")).isFalse();
    assertThat(LinePattern.regex("(a+)+$", true).matches("a".repeat(60) + "b")).isFalse();
  }

  @Test
  void spansLieWhereThePatternOccurs() {
    assertThat(LinePattern.text("Ab", false).spans("ab-AB-a"))
        .containsExactly(new LinePattern.Span(0, 2), new LinePattern.Span(3, 5));
    assertThat(LinePattern.text("Ab", true).spans("ab-AB-a")).isEmpty();
    assertThat(LinePattern.regex("\\d*", true).spans("a12b3"))
        .containsExactly(new LinePattern.Span(1, 3), new LinePattern.Span(4, 5));
    assertThat(LinePattern.text("", true).spans("abc")).isEmpty();
  }
}
