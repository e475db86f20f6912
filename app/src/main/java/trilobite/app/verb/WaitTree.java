// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.WaitGraph;

/// Threads under those they wait for. A deadlock begins at its member that stands first.
final class WaitTree {

  private static final int DEEPEST = 16;

  private WaitTree() {}

  /// @param rows in the order that siblings have
  static List<TopModel.Line> of(List<ThreadRow> rows, WaitGraph graph) {
    var shown = new HashMap<Long, ThreadRow>();
    rows.forEach(row -> shown.putIfAbsent(row.id(), row));
    var order = new HashMap<Long, List<ThreadRow>>();
    var lines = new ArrayList<TopModel.Line>();
    var done = new HashSet<Long>();
    var roots = new ArrayList<ThreadRow>();
    for (var row : rows) {
      var holder = graph.holders().get(row.id());
      if (holder == null || !shown.containsKey(holder)) {
        roots.add(row);
      } else {
        order.computeIfAbsent(holder, _ -> new ArrayList<>()).add(row);
      }
    }
    roots.forEach(root -> hang(root, order, done, lines));
    // What is left waits in circles.
    rows.stream()
        .filter(row -> graph.cycle(row.id()).isPresent())
        .forEach(row -> hang(row, order, done, lines));
    rows.stream()
        .filter(row -> !done.contains(row.id()))
        .forEach(row -> hang(row, order, done, lines));
    return List.copyOf(lines);
  }

  private record Step(ThreadRow row, int depth) {}

  private static void hang(
      ThreadRow root, Map<Long, List<ThreadRow>> below, Set<Long> done, List<TopModel.Line> lines) {
    var left = new ArrayDeque<Step>();
    left.push(new Step(root, 0));
    while (!left.isEmpty()) {
      var step = left.pop();
      if (done.add(step.row().id())) {
        int indent = Math.min(step.depth(), DEEPEST);
        lines.add(
            new TopModel.Line(step.row(), indent == 0 ? "" : "  ".repeat(indent - 1) + "└─ "));
        below.getOrDefault(step.row().id(), List.of()).reversed().stream()
            .filter(row -> !done.contains(row.id()))
            .forEach(row -> left.push(new Step(row, step.depth() + 1)));
      }
    }
  }
}
