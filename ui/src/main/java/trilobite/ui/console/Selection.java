// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.Optional;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.LinePattern.Span;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;

/// Selected text, from where it was begun to where it was dragged.
record Selection(TextPoint anchor, TextPoint head) {

  static Selection at(TextPoint point) {
    return new Selection(point, point);
  }

  Selection to(TextPoint newHead) {
    return new Selection(anchor, newHead);
  }

  TextPoint start() {
    return anchor.compareTo(head) <= 0 ? anchor : head;
  }

  TextPoint end() {
    return anchor.compareTo(head) <= 0 ? head : anchor;
  }

  boolean empty() {
    return anchor.equals(head);
  }

  /// The selected part of a line; one that goes on in the next line reaches one column further.
  Optional<Span> in(long line, int length) {
    if (empty() || line < start().line() || line > end().line()) {
      return Optional.empty();
    }
    int from = line == start().line() ? Math.min(start().index(), length) : 0;
    int to = line == end().line() ? Math.min(end().index(), length) : length + 1;
    return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  /// The selected characters. Lines that were cut because of their length are whole again.
  String text(LineRing ring) {
    var copied = new StringBuilder();
    long line = Math.max(start().line(), ring.first());
    int count = (int) Math.max(0, end().line() - line + 1);
    for (NumberedLine numbered : ring.lines(line, count)) {
      String text = numbered.line().text();
      int from = line == start().line() ? Math.min(start().index(), text.length()) : 0;
      boolean last = line == end().line();
      copied.append(
          text,
          from,
          last ? Math.max(from, Math.min(end().index(), text.length())) : text.length());
      if (!last && numbered.line().end() != ConsoleLine.End.CUT) {
        copied.append('\n');
      }
      line++;
    }
    return copied.toString();
  }
}
