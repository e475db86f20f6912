// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;

/// Rings for tests.
final class Lines {

  private Lines() {}

  static NumberedLine line(long number, String text) {
    return new NumberedLine(number, number * 10, ConsoleLine.plain(text, number * 100));
  }

  static LineRing ring(String... texts) {
    var ring = new LineRing();
    for (int i = 0; i < texts.length; i++) {
      ring.append(List.of(line(i, texts[i])), Optional.empty());
    }
    return ring;
  }

  static LineRing ring(int count) {
    var ring = new LineRing();
    add(ring, count);
    return ring;
  }

  static void add(LineRing ring, int count) {
    long end = ring.ended();
    ring.append(
        LongStream.range(end, end + count).mapToObj(i -> line(i, "line " + i)).toList(),
        Optional.empty());
  }
}
