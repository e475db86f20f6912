// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import trilobite.model.project.TextPlace;

/// Where one was in the editor area, to go back and forward again. Plain state for one thread.
final class Trail {

  private static final int MOST = 100;

  private final Deque<Spot> before = new ArrayDeque<>();
  private final Deque<Spot> after = new ArrayDeque<>();

  /// A tab, and the caret's place where it is a file.
  record Spot(String tab, Optional<TextPlace> place) {

    /// The same screenful or so: not worth a step.
    private boolean near(Spot other) {
      return tab.equals(other.tab) && Math.abs(line(place) - line(other.place)) < 2;
    }

    private static int line(Optional<TextPlace> place) {
      return place.map(TextPlace::line).orElse(0);
    }
  }

  /// A spot is left for another, by any way but back and forward.
  void left(Spot spot) {
    after.clear();
    if (before.peekLast() == null || !spot.near(before.peekLast())) {
      before.addLast(spot);
    }
    if (before.size() > MOST) {
      before.removeFirst();
    }
  }

  /// Where to go from `now`; empty at the trail's end.
  Optional<Spot> back(Optional<Spot> now) {
    return step(before, after, now);
  }

  Optional<Spot> forward(Optional<Spot> now) {
    return step(after, before, now);
  }

  /// A tab is closed: nobody can go there any more.
  void closed(String tab) {
    before.removeIf(spot -> spot.tab().equals(tab));
    after.removeIf(spot -> spot.tab().equals(tab));
  }

  private static Optional<Spot> step(Deque<Spot> from, Deque<Spot> to, Optional<Spot> now) {
    while (!from.isEmpty()) {
      var spot = from.removeLast();
      if (now.filter(spot::near).isEmpty()) {
        now.ifPresent(to::addLast);
        return Optional.of(spot);
      }
    }
    return Optional.empty();
  }
}
