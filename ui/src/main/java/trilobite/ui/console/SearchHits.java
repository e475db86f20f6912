// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.Arrays;
import java.util.OptionalLong;
import trilobite.model.console.LinePattern;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;

/// Which lines of a ring a pattern occurs in, kept up as more arrive. One thread steps it, any may
/// ask.
public final class SearchHits {

  private static final int STEP = 2_048;

  private final LineRing ring;
  private final LinePattern pattern;
  private long[] positions = new long[256];
  private int count;
  private long next;

  SearchHits(LineRing ring, LinePattern pattern) {
    this.ring = ring;
    this.pattern = pattern;
  }

  public LinePattern pattern() {
    return pattern;
  }

  /// How many lines that have ended and are held match.
  public synchronized int count() {
    return count;
  }

  /// Place of a matching line among all of them, from 1; 0 where the line does not match.
  public synchronized int ordinal(long position) {
    int at = Arrays.binarySearch(positions, 0, count, position);
    return at < 0 ? 0 : at + 1;
  }

  /// The first match after a position, or the first of all after the last.
  public synchronized OptionalLong after(long position) {
    int at = insertion(position + 1);
    return count == 0 ? OptionalLong.empty() : OptionalLong.of(positions[at == count ? 0 : at]);
  }

  /// The last match before a position, or the last of all before the first.
  public synchronized OptionalLong before(long position) {
    int at = insertion(position) - 1;
    return count == 0 ? OptionalLong.empty() : OptionalLong.of(positions[at < 0 ? count - 1 : at]);
  }

  /// Looks at a bounded number of lines; false where there were no new ones.
  boolean step() {
    long first = ring.first();
    long from = Math.max(next, first);
    long to = Math.min(from + STEP, ring.ended());
    if (to <= from) {
      forget(first);
      return false;
    }
    long at = from;
    for (NumberedLine line : ring.lines(from, (int) (to - from))) {
      if (pattern.matches(line.line().text())) {
        add(at);
      }
      at++;
    }
    next = to;
    forget(first);
    return true;
  }

  private synchronized void add(long position) {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count);
    }
    positions[count++] = position;
  }

  private synchronized void forget(long first) {
    int gone = insertion(first);
    if (gone > 0) {
      System.arraycopy(positions, gone, positions, 0, count - gone);
      count -= gone;
    }
  }

  private int insertion(long position) {
    int at = Arrays.binarySearch(positions, 0, count, position);
    return at < 0 ? -at - 1 : at;
  }
}
