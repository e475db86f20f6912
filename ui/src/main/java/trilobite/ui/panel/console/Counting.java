// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.function.Consumer;
import trilobite.model.console.LineRing;
import trilobite.model.time.HostClock;

/// Writes how many lines there are in the frame that shows them, since each on its own takes a
/// frame more; but in a flood twenty times a second at most. JavaFX thread.
final class Counting {

  private static final long APART_NANOS = 50_000_000;

  /// Lines of one frame.
  private static final long FLOOD = 50;

  private final Consumer<String> words;
  private Counted written = new Counted(new LineRing(), new LineRing(), -1, -1, -1, -1);
  private long writtenAt;

  /// What was counted, by which it is known that it stays.
  private record Counted(
      LineRing all, LineRing shown, long allFirst, long allEnd, long shownFirst, long shownEnd) {}

  /// @param words takes what is to be read
  Counting(Consumer<String> words) {
    this.words = words;
  }

  /// Lines were painted.
  void painted(LineRing all, LineRing shown) {
    if (all.end() - written.allEnd() < FLOOD || HostClock.nanos() - writtenAt >= APART_NANOS) {
      count(all, shown);
    }
  }

  /// Writes the counts unless they stay.
  void count(LineRing all, LineRing shown) {
    var now = new Counted(all, shown, all.first(), all.end(), shown.first(), shown.end());
    if (!now.equals(written)) {
      written = now;
      writtenAt = HostClock.nanos();
      words.accept(all.end() == all.first() ? "" : Counts.of(all, shown));
    }
  }
}
