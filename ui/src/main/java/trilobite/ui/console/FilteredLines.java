// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.List;
import java.util.Optional;
import trilobite.model.console.LineFilter;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;

/// The lines of a ring that pass a filter, kept in a ring of their own as more arrive. One thread
/// steps it.
final class FilteredLines {

  private static final int STEP = 4_096;

  private final LineRing source;
  private final LineFilter filter;
  private final LineRing shown;
  private long next;
  private long seen = -1;

  FilteredLines(LineRing source, LineFilter filter) {
    this.source = source;
    this.filter = filter;
    shown = filter.all() ? source : new LineRing();
  }

  /// What is to be shown: the source itself where nothing is filtered.
  LineRing shown() {
    return shown;
  }

  /// Looks at a bounded number of lines; false where there were no new ones.
  boolean step() {
    long version = source.version();
    if (filter.all() || version == seen) {
      return false;
    }
    long ended = source.ended();
    List<NumberedLine> lines = source.lines(next, STEP);
    // What fell out of the source before it was looked at is not missed: it is on disk.
    long first = Math.max(next, source.first());
    int complete = Math.clamp(ended - first, 0, lines.size());
    Optional<NumberedLine> open =
        lines.size() > complete ? Optional.of(lines.getLast()) : Optional.empty();
    shown.append(
        lines.subList(0, complete).stream().filter(this::passes).toList(),
        open.filter(this::passes));
    next = first + complete;
    if (next >= ended) {
      seen = version;
    }
    return true;
  }

  private boolean passes(NumberedLine line) {
    return filter.shows(line);
  }
}
