// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LineRingTest {

  private static NumberedLine line(long number, String text) {
    return new NumberedLine(number, number, ConsoleLine.plain(text, number));
  }

  private static List<NumberedLine> lines(long from, long to) {
    return LongStream.range(from, to).mapToObj(i -> line(i, "line " + i)).toList();
  }

  @Test
  void theOldestFallOutAndPositionsStay() {
    var ring = new LineRing(10, 1_000);
    ring.append(lines(0, 25), Optional.empty());
    assertThat(ring.first()).isEqualTo(15);
    assertThat(ring.end()).isEqualTo(25);
    assertThat(ring.lines(0, 3)).extracting(NumberedLine::number).containsExactly(15L, 16L, 17L);
    assertThat(ring.lines(23, 10)).extracting(NumberedLine::number).containsExactly(23L, 24L);
    assertThat(ring.lines(40, 10)).isEmpty();
  }

  @Test
  void longLinesPushOutMore() {
    var ring = new LineRing(10, 100);
    ring.append(List.of(line(0, "x".repeat(60)), line(1, "y".repeat(60))), Optional.empty());
    assertThat(ring.first()).isEqualTo(1);
    ring.append(List.of(line(2, "z".repeat(500))), Optional.empty());
    assertThat(ring.lines(0, 9)).extracting(NumberedLine::number).containsExactly(2L);
  }

  @Test
  void theOpenLineIsLastUntilItEnds() {
    var ring = new LineRing(10, 100);
    ring.append(lines(0, 2), Optional.of(line(2, "tide> ")));
    assertThat(ring.end()).isEqualTo(3);
    assertThat(ring.ended()).isEqualTo(2);
    assertThat(ring.lines(1, 2)).extracting(NumberedLine::number).containsExactly(1L, 2L);
    assertThat(ring.lines(0, 2)).hasSize(2);
    ring.append(lines(2, 3), Optional.empty());
    assertThat(ring.lines(2, 5)).extracting(l -> l.line().text()).containsExactly("line 2");
  }

  @Test
  void levelsOfHeldLinesAreCounted() {
    var ring = new LineRing(3, 1_000);
    ring.append(
        List.of(line(0, "warn a"), line(1, "warn b"), line(2, "x"), line(3, "error: y")),
        Optional.empty());
    assertThat(ring.count(Level.WARN)).isEqualTo(1);
    assertThat(ring.count(Level.ERROR)).isEqualTo(1);
  }

  @Test
  void clearingKeepsPositionsGoing() {
    var ring = new LineRing(10, 1_000);
    ring.append(lines(0, 5), Optional.of(line(5, "> ")));
    long before = ring.version();
    ring.clear();
    assertThat(ring.version()).isGreaterThan(before);
    assertThat(ring.first()).isEqualTo(5);
    assertThat(ring.end()).isEqualTo(5);
    ring.append(lines(5, 6), Optional.empty());
    assertThat(ring.lines(0, 9)).extracting(NumberedLine::number).containsExactly(5L);
  }
}
