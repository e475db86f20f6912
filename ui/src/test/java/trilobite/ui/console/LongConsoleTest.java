// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.console.ConsoleLog;
import trilobite.model.console.LineRing;

/// A guest that talks without end.
class LongConsoleTest {

  private static final long TOTAL = 100_000_000;

  /// The same coloured line over and over, numbered by its place, as long as is asked for.
  private static final class Endless implements ConsoleLog {
    private static final int LINE = 100;
    private long length;

    @Override
    public long length() {
      return length;
    }

    @Override
    public int read(long offset, byte[] into) {
      int count = (int) Math.min(into.length, length - offset);
      int at = 0;
      while (at < count) {
        byte[] line = line((offset + at) / LINE);
        int from = (int) ((offset + at) % LINE);
        int copied = Math.min(LINE - from, count - at);
        System.arraycopy(line, from, into, at, copied);
        at += copied;
      }
      return count;
    }

    private static byte[] line(long number) {
      String head = "\u001b[32m[worker-1]\u001b[0m GET /tides " + number + " ";
      return (head + ".".repeat(LINE - 1 - head.length()) + "\n")
          .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public OptionalDouble timeAt(long offset) {
      return OptionalDouble.of((double) Math.floorDiv(offset, 65_536L));
    }

    @Override
    public long offsetAt(double t) {
      return Math.min(length, (long) Math.ceil(t) * 65_536L);
    }

    @Override
    public boolean live() {
      return true;
    }
  }

  @Test
  @Tag("bad:console-100mb")
  void aHundredMegabytesArriveInOrderWithTheirTimes() {
    var console = new Endless();
    var work = new FeedWork(console, List::of);
    // It grows while it is read, so that nothing may be left out.
    for (long length = 0; length <= TOTAL; length += 5_000_000) {
      console.length = length;
      while (work.step()) {
        assertThat(work.all().ended() - work.all().first()).isLessThanOrEqualTo(LineRing.LINES);
      }
    }
    assertThat(work.all().ended()).isEqualTo(TOTAL / Endless.LINE);
    var last = work.all().lines(work.all().first(), LineRing.LINES);
    assertThat(last).hasSize(LineRing.LINES);
    long number = TOTAL / Endless.LINE - LineRing.LINES;
    for (var line : last) {
      assertThat(line.line().text()).startsWith("[worker-1] GET /tides " + number + " ");
      assertThat(line.millis()).isEqualTo((double) Math.floorDiv(number * Endless.LINE, 65_536L));
      number++;
    }
  }
}
