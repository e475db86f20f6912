// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import trilobite.model.console.LineRing;

class ViewportTest {

  private static Viewport port(LineRing ring, int rows, int columns) {
    var port = new Viewport(ring);
    port.size(rows, columns);
    return port;
  }

  @Test
  void followsTheTailUntilScrolledUp() {
    var ring = Lines.ring(100);
    var port = port(ring, 10, 80);
    assertThat(port.top()).isEqualTo(90);
    port.scroll(-3);
    assertThat(port.follow()).isFalse();
    Lines.add(ring, 5);
    port.settle();
    assertThat(port.top()).isEqualTo(87);
  }

  @Test
  void followsAgainOnceScrolledToTheEnd() {
    var ring = Lines.ring(100);
    var port = port(ring, 10, 80);
    port.scroll(-5);
    port.scroll(5);
    assertThat(port.follow()).isTrue();
    Lines.add(ring, 7);
    port.settle();
    assertThat(port.top()).isEqualTo(97);
  }

  @Test
  void staysWithinWhatIsHeld() {
    var ring = Lines.ring(100);
    var port = port(ring, 10, 80);
    port.scroll(-1_000);
    assertThat(port.top()).isZero();
    port.scroll(1_000);
    assertThat(port.top()).isEqualTo(90);
    port.top(95);
    assertThat(port.top()).isEqualTo(90);
  }

  @Test
  void fewLinesStandAtTheTop() {
    var port = port(Lines.ring(3), 10, 80);
    assertThat(port.top()).isZero();
    assertThat(port.visible()).hasSize(3);
  }

  @Test
  void nothingHeldIsNothingVisible() {
    var port = port(new LineRing(), 10, 80);
    assertThat(port.visible()).isEmpty();
    port.scroll(5);
    port.reveal(0);
    assertThat(port.visible()).isEmpty();
  }

  @Test
  void movesWithWhatFallsOut() {
    var ring = Lines.ring(LineRing.LINES);
    var port = port(ring, 10, 80);
    port.top(5);
    Lines.add(ring, 50);
    port.settle();
    assertThat(port.top()).isEqualTo(50);
    assertThat(port.follow()).isFalse();
  }

  @Test
  void wrappedLinesTakeRows() {
    var ring = Lines.ring("0123456789abcdef", "short", "0123456789");
    var port = port(ring, 4, 5);
    port.wrap(true);
    // Rows: 4 + 1 + 2; following shows the last four.
    assertThat(port.visible().stream().map(r -> r.text().substring(r.from(), r.to())))
        .startsWith("f", "short", "01234", "56789");
    port.scroll(-2);
    assertThat(port.visible().stream().map(r -> r.text().substring(r.from(), r.to())))
        .startsWith("56789", "abcde", "f", "short");
    port.scroll(-9);
    assertThat(port.visible().getFirst().column()).isZero();
    port.scroll(99);
    assertThat(port.follow()).isTrue();
  }

  @Test
  void revealsAsLittleAsNeeded() {
    var port = port(Lines.ring(100), 10, 80);
    port.top(40);
    port.reveal(45);
    assertThat(port.top()).isEqualTo(40);
    port.reveal(70);
    assertThat(port.top()).isEqualTo(65);
    port.reveal(3);
    assertThat(port.top()).isEqualTo(3);
  }
}
