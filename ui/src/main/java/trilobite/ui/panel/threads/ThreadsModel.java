// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ThreadKind;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.WaitGraph;

/// What the panel says of the threads that were read last. Knows no JavaFX.
final class ThreadsModel {

  /// From this share on a stack is close to its end.
  private static final double NEAR_END = 0.85;

  private static final double KIB = 1024;

  private List<ThreadRow> rows = List.of();
  private WaitGraph graph = WaitGraph.NONE;

  /// A group of states that a press on a pill shows alone.
  ///
  /// @param title such as `Blocked`
  record Pill(String title, Set<ThreadKind> kinds) {

    static final List<Pill> ALL =
        List.of(
            new Pill("All", EnumSet.allOf(ThreadKind.class)),
            new Pill("Runnable", EnumSet.of(ThreadKind.RUNNING, ThreadKind.READY)),
            new Pill("Blocked", EnumSet.of(ThreadKind.BLOCKED)),
            new Pill("Waiting", EnumSet.of(ThreadKind.WAITING)),
            new Pill("Exited", EnumSet.of(ThreadKind.EXITED)),
            new Pill("Other", EnumSet.of(ThreadKind.OTHER)));

    Predicate<ThreadRow> fits() {
      return row -> kinds.contains(ThreadKind.of(row.state()));
    }
  }

  /// What the footer warns of.
  ///
  /// @param bad true for a deadlock, false for a stack
  /// @param thread whom to look at
  record Warning(boolean bad, String text, long thread) {}

  void take(List<ThreadRow> next) {
    rows = next;
    graph = WaitGraph.of(next);
  }

  WaitGraph graph() {
    return graph;
  }

  int count(Pill pill) {
    return (int) rows.stream().filter(pill.fits()).count();
  }

  /// Such as `10 threads`.
  String summary() {
    return rows.size() == 1 ? "1 thread" : rows.size() + " threads";
  }

  /// Such as `3,214 context switches/s`; empty where the kernel does not count them.
  String switches() {
    return rows.stream().anyMatch(row -> row.switchRate().isPresent())
        ? rate(rows.stream().mapToDouble(row -> row.switchRate().orElse(0)).sum())
            + " context switches/s"
        : "";
  }

  /// Without digits behind the point from 10 on.
  static String rate(double aSecond) {
    return String.format(Locale.ROOT, aSecond < 10 ? "%.1f" : "%,.0f", aSecond);
  }

  /// Such as `38.2 ms`, `1.6 s` or `12 min`.
  static String span(long nanos) {
    double millis = nanos / 1e6;
    if (millis < 1000) {
      return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
    }
    return millis < 120_000
        ? String.format(Locale.ROOT, millis < 10_000 ? "%.1f s" : "%.0f s", millis / 1000)
        : String.format(Locale.ROOT, "%.0f min", Math.floor(millis / 60_000));
  }

  /// Deadlocks first, then stacks that came close to their end.
  List<Warning> warnings() {
    var all = new ArrayList<Warning>();
    for (var cycle : graph.cycles()) {
      all.add(
          new Warning(
              true, "Deadlock: " + GuestText.visible(graph.words(cycle)), cycle.getFirst()));
    }
    for (var row : rows) {
      if (tight(row)) {
        all.add(
            new Warning(
                false,
                "%s %s".formatted(GuestText.visible(graph.name(row.id())), depth(row)),
                row.id()));
      }
    }
    return all;
  }

  private static String depth(ThreadRow row) {
    long size = row.stackSize().getAsLong();
    return row.stackPeak().isPresent()
        ? String.format(
            Locale.ROOT,
            "peaked at %.1f of %s KiB of stack",
            row.stackPeak().getAsLong() / KIB,
            kib(size))
        : String.format(
            Locale.ROOT,
            "uses %.1f of %s KiB of stack",
            row.stackUsed().getAsLong() / KIB,
            kib(size));
  }

  /// Where `part` stands between 0 and the stack's size; NaN where one is not known.
  static double share(ThreadRow row, OptionalLong part) {
    return part.isPresent() && row.stackSize().isPresent() && row.stackSize().getAsLong() > 0
        ? (double) part.getAsLong() / row.stackSize().getAsLong()
        : Double.NaN;
  }

  /// True where its stack is, or was, close to its end.
  static boolean tight(ThreadRow row) {
    return share(row, row.stackUsed()) >= NEAR_END || share(row, row.stackPeak()) >= NEAR_END;
  }

  /// Such as `5.1 / 64`, in KiB; `freed` where an ended thread has none any more.
  static String stack(ThreadRow row) {
    if (row.stackSize().isEmpty()) {
      return ThreadKind.of(row.state()) == ThreadKind.EXITED ? "freed" : "";
    }
    var used =
        row.stackUsed().isPresent()
            ? String.format(Locale.ROOT, "%.1f", row.stackUsed().getAsLong() / KIB)
            : "–";
    return used + " / " + kib(row.stackSize().getAsLong());
  }

  private static String kib(long bytes) {
    return bytes % 1024 == 0
        ? Long.toString(bytes / 1024)
        : String.format(Locale.ROOT, "%.1f", bytes / KIB);
  }

  /// Seconds with three digits, as in `13.214`.
  static String seconds(ThreadRow row) {
    return row.runTime().isPresent()
        ? String.format(Locale.ROOT, "%.3f", row.runTime().getAsLong() / 1e9)
        : "";
  }

  /// As the kernel calls it, with a capital.
  static String state(ThreadRow row) {
    var word = GuestText.visible(row.state());
    return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /// Kind and name of what it waits for, apart.
  static Optional<Awaited> awaited(ThreadRow row) {
    return row.waitsFor()
        .map(
            text -> {
              var words = GuestText.visible(text).split(" ", 2);
              return words.length == 2
                  ? new Awaited(words[0], words[1])
                  : new Awaited("", words[0]);
            });
  }

  /// @param kind such as `mutex`; empty where the kernel does not say
  record Awaited(String kind, String name) {

    String text() {
      return kind.isEmpty() ? name : kind + " " + name;
    }

    /// Ikonli code of its kind.
    String icon() {
      return switch (kind) {
        case "mutex", "lock", "rwlock", "spinlock" -> "ci-locked";
        case "timer", "sleep", "timeout" -> "ci-time";
        case "device", "disk", "block", "io" -> "ci-data-base-alt";
        default -> "ci-hourglass";
      };
    }
  }
}
