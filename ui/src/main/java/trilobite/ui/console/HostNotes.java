// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.List;
import java.util.function.Supplier;
import trilobite.model.time.Mark;

/// Hands out the events of a run once each, in their order, as the console reaches their time.
final class HostNotes {

  private final Supplier<List<Mark>> marks;
  private List<Mark> known = List.of();
  private int given;

  HostNotes(Supplier<List<Mark>> marks) {
    this.marks = marks;
  }

  /// Those that are due before a line that arrived at `millis`.
  List<Mark> until(double millis) {
    int to = given;
    while (to < known.size() && before(known.get(to), millis)) {
      to++;
    }
    return give(to);
  }

  /// Lines that arrive together have one time; a guest is ready with the last of them.
  private static boolean before(Mark mark, double millis) {
    return mark.kind() == Mark.Kind.READY ? mark.t() < millis : mark.t() <= millis;
  }

  /// All that are left, asked for anew.
  List<Mark> rest() {
    refresh();
    return give(known.size());
  }

  /// Takes notice of new events.
  void refresh() {
    known = marks.get();
    given = Math.min(given, known.size());
  }

  private List<Mark> give(int to) {
    var due = known.subList(given, to);
    given = to;
    return due;
  }
}
