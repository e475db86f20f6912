// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes run times in the margin of the console.
final class Times {

  /// Columns that the longest time takes.
  static final int COLUMNS = 12;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private Times() {}

  /// Wall time, such as `14:06:22.705`.
  static String clock(Instant start, double millis, ZoneId zone) {
    return CLOCK.format(start.plusNanos(Math.round(millis * 1e6)).atZone(zone));
  }

  /// Wall time to the second, such as `14:07:10`.
  static String seconds(Instant at, ZoneId zone) {
    return SECONDS.format(at.atZone(zone));
  }

  /// Time since the guest was let go, such as `412.705` s or `1:02:03.004`, right-aligned.
  static String uptime(double millis) {
    long whole = Math.max(0, Math.round(millis));
    long hours = whole / 3_600_000;
    long minutes = whole / 60_000 % 60;
    double seconds = whole % 60_000 / 1e3;
    String text =
        hours > 0
            ? String.format(Locale.ROOT, "%d:%02d:%06.3f", hours, minutes, seconds)
            : String.format(Locale.ROOT, "%d:%06.3f", minutes, seconds);
    return " ".repeat(Math.max(0, COLUMNS - text.length())) + text;
  }
}
