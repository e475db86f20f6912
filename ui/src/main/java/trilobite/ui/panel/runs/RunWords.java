// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.runs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.OptionalDouble;
import trilobite.model.project.MemorySize;
import trilobite.model.run.RunRecord;

/// Numbers of a run as people say them. Pure.
final class RunWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.ENGLISH);

  private RunWords() {}

  /// Such as `412 ms`, `4.2 s`, `11 min`, `3 h 20 min`.
  static String duration(double millis) {
    if (millis < 1_000) {
      return Math.round(millis) + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, millis < 10_000 ? "%.1f s" : "%.0f s", millis / 1_000);
    }
    long minutes = Math.round(millis / 60_000);
    return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  /// The time of a run of today, the day of an older one.
  static String when(Instant started, Instant now, ZoneId zone) {
    var time = started.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    if (time.toLocalDate().equals(today)) {
      return time.format(TIME);
    }
    if (time.toLocalDate().equals(today.minusDays(1))) {
      return "yesterday";
    }
    return time.format(time.getYear() == today.getYear() ? DAY : YEAR);
  }

  /// Day and time.
  static String whole(Instant started, ZoneId zone) {
    return started.atZone(zone).format(WHOLE);
  }

  /// The second line of a row: why it ended where that was not wished for, else how it went.
  ///
  /// @param ready when it was ready, in ms; the record of a run that goes on does not know yet
  static String detail(RunRecord run, OptionalDouble ready) {
    boolean bad = run.verdict().filter(verdict -> !verdict.fine()).isPresent();
    if (bad && !run.why().isEmpty()) {
      return run.why();
    }
    var parts = new ArrayList<String>();
    ready.ifPresentOrElse(
        millis -> parts.add(duration(millis) + " boot"),
        () -> run.firstByteMillis().ifPresent(first -> parts.add("not ready")));
    run.durationMillis()
        .ifPresentOrElse(
            lasted -> parts.add(duration(lasted)),
            () -> parts.add(new MemorySize(run.memory()).about()));
    return String.join(", ", parts);
  }
}
