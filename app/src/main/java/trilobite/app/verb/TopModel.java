// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import trilobite.model.guest.ThreadKind;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.WaitGraph;

/// What `top` shows and where its cursor is. Knows no terminal.
final class TopModel {

  private List<ThreadRow> rows = List.of();
  private WaitGraph graph = WaitGraph.NONE;
  private List<Line> lines = List.of();
  private final Set<Long> tagged = new HashSet<>();
  private Sort sort = Sort.CPU;
  private boolean inverted;
  private boolean tree;
  private String filter = "";
  private OptionalLong chosen = OptionalLong.empty();
  private int cursor;

  /// What rows are sorted by.
  enum Sort {
    ID("ID", false),
    NAME("NAME", false),
    STATE("STATE", false),
    CPU("CPU%", true),
    TIME("TIME+", true),
    STACK("STACK K", true);

    private final String title;
    private final boolean highestFirst;

    Sort(String title, boolean highestFirst) {
      this.title = title;
      this.highestFirst = highestFirst;
    }

    String title() {
      return title;
    }

    private Comparator<ThreadRow> order(boolean inverted) {
      Comparator<ThreadRow> up =
          switch (this) {
            case ID -> Comparator.comparingLong(ThreadRow::id);
            case NAME -> Comparator.comparing(ThreadRow::name);
            case STATE -> Comparator.comparing(row -> ThreadKind.of(row.state()));
            case CPU -> Comparator.comparingDouble(row -> row.cpu().orElse(-1));
            case TIME -> Comparator.comparingLong(row -> row.runTime().orElse(-1));
            case STACK ->
                Comparator.comparingLong(
                    row -> Math.max(row.stackUsed().orElse(-1), row.stackPeak().orElse(-1)));
          };
      return highestFirst == inverted ? up : up.reversed();
    }
  }

  /// A thread where it stands.
  ///
  /// @param branch such as `└─ ` before the name of one that waits for the one above; empty
  ///   otherwise
  record Line(ThreadRow row, String branch) {}

  void take(List<ThreadRow> next) {
    rows = next;
    graph = WaitGraph.of(next);
    arrange();
  }

  private void arrange() {
    var fitting = rows.stream().filter(this::fits).sorted(sort.order(inverted)).toList();
    lines =
        tree ? WaitTree.of(fitting, graph) : fitting.stream().map(r -> new Line(r, "")).toList();
    // The cursor stays on its thread while that is there, else at its place.
    if (chosen.isPresent()) {
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).row().id() == chosen.getAsLong()) {
          cursor = i;
        }
      }
    }
    move(0);
  }

  private boolean fits(ThreadRow row) {
    return text(row).contains(filter.toLowerCase(Locale.ROOT));
  }

  private static String text(ThreadRow row) {
    return String.join(
            " ",
            row.name(),
            row.state(),
            row.waitsFor().orElse(""),
            row.holder().orElse(""),
            row.top().orElse(""))
        .toLowerCase(Locale.ROOT);
  }

  /// Moves the cursor, as far as there are lines.
  void move(int by) {
    cursor = Math.clamp((long) cursor + by, 0, Math.max(0, lines.size() - 1));
    if (by != 0 && !lines.isEmpty()) {
      chosen = OptionalLong.of(lines.get(cursor).row().id());
    }
  }

  void filter(String words) {
    filter = words;
    arrange();
  }

  /// Moves to the next line with these words in it; false where there is none.
  boolean search(String words, boolean fromNext) {
    var wanted = words.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lines.size(); i++) {
      int at = (cursor + i + (fromNext ? 1 : 0)) % lines.size();
      if (text(lines.get(at).row()).contains(wanted)) {
        move(at - cursor);
        return true;
      }
    }
    return false;
  }

  void sort(Sort by) {
    inverted = sort == by && !inverted;
    sort = by;
    arrange();
  }

  /// Sorts by the next column, or by the one before.
  void sortNext(int by) {
    var all = List.of(Sort.values());
    sort = all.get(Math.floorMod(all.indexOf(sort) + by, all.size()));
    inverted = false;
    arrange();
  }

  void invert() {
    inverted = !inverted;
    arrange();
  }

  void toggleTree() {
    tree = !tree;
    arrange();
  }

  /// Marks the thread under the cursor, or takes its mark away, and goes on to the next.
  void tag() {
    if (!lines.isEmpty()) {
      long id = lines.get(cursor).row().id();
      if (!tagged.remove(id)) {
        tagged.add(id);
      }
      move(1);
    }
  }

  void untagAll() {
    tagged.clear();
  }

  boolean tagged(ThreadRow row) {
    return tagged.contains(row.id());
  }

  List<Line> lines() {
    return lines;
  }

  int cursor() {
    return cursor;
  }

  Sort sort() {
    return sort;
  }

  boolean inverted() {
    return inverted;
  }

  boolean tree() {
    return tree;
  }

  String filter() {
    return filter;
  }

  WaitGraph graph() {
    return graph;
  }

  /// Such as `10 threads: 1 running, 2 ready, 4 blocked, 2 waiting, 1 exited`.
  String counts() {
    var parts = new ArrayList<String>();
    for (var kind : ThreadKind.values()) {
      long count = rows.stream().filter(row -> ThreadKind.of(row.state()) == kind).count();
      if (count > 0) {
        parts.add(count + " " + kind.word());
      }
    }
    return (rows.size() == 1 ? "1 thread" : rows.size() + " threads")
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }
}
