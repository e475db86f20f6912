// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.ConsoleParser;
import trilobite.model.console.GuestText;

/// Any bytes as a guest's console: the same lines however they are cut, none longer than the bound,
/// none with a control character, together as far as the bytes go.
public final class ConsoleFuzz {

  private ConsoleFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    // The first byte says how the rest is cut.
    int cut = data.length == 0 ? 1 : 1 + (data[0] & 0x1f);
    var whole = lines(data, Math.max(1, data.length));
    assertThat(lines(data, cut)).isEqualTo(whole);
    for (var line : whole) {
      assertThat(line.text().codePointCount(0, line.text().length()))
          .isLessThanOrEqualTo(ConsoleParser.LONGEST_LINE * 2);
      assertThat(line.text().chars()).noneMatch(c -> c == 0x1b || c == '\n' || c == '\r');
      assertThat(GuestText.visible(line.text()).chars()).noneMatch(c -> c == 0x1b);
    }
  }

  private static List<ConsoleLine> lines(byte[] data, int step) {
    var lines = new ArrayList<ConsoleLine>();
    var parser = new ConsoleParser(0, lines::add);
    for (int from = 0; from < data.length; from += step) {
      parser.accept(data, from, Math.min(data.length, from + step));
    }
    assertThat(parser.position()).isEqualTo(data.length);
    parser.open().ifPresent(lines::add);
    return lines;
  }
}
