// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Writes run time as time of day.
///
/// @param start wall time of run time 0
public record WallTime(Instant start, ZoneId zone) {

  /// Counts from 00:00:00, for a run whose wall time is not known yet.
  public static final WallTime SINCE_START = new WallTime(Instant.EPOCH, ZoneOffset.UTC);

  private static final DateTimeFormatter FULL = format("HH:mm:ss");
  private static final DateTimeFormatter MINUTES = format("mm:ss");
  private static final DateTimeFormatter HOURS = format("HH:mm");
  private static final DateTimeFormatter TENTHS = format("mm:ss.S");
  private static final DateTimeFormatter MILLIS = format("ss.SSS");
  private static final DateTimeFormatter CURSOR = format("HH:mm:ss.S");
  private static final DateTimeFormatter EXACT = format("HH:mm:ss.SSS");
  private static final DateTimeFormatter DAY = format("d MMM HH:mm");

  private static final long HALF_A_MICROSECOND = 500;

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /// Milliseconds from the run's start to the wall clock's next round `step`, so that ticks stand
  /// at round times of day.
  double firstTick(double from, double step) {
    double offset = at(0).toLocalTime().toNanoOfDay() / 1e6;
    return Math.ceil((from + offset) / step) * step - offset;
  }

  /// Label of a tick on an axis whose ticks are `step` ms apart; the first one is written in full.
  public String tick(double t, double step, boolean first) {
    // A run starts at no round nanosecond, so a tick lies a hair before or after its round time.
    var time = at(t).plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS);
    if (step >= 24 * 3_600_000.0) {
      return time.format(DAY);
    }
    if (step >= 60_000) {
      return time.format(HOURS);
    }
    if (step >= 1_000) {
      return time.format(first || time.getSecond() == 0 ? FULL : MINUTES);
    }
    return time.format(step >= 100 ? TENTHS : MILLIS);
  }

  /// To a tenth of a second, for the cursor.
  public String cursor(double t) {
    return at(t).format(CURSOR);
  }

  /// To the millisecond.
  public String exact(double t) {
    return at(t).format(EXACT);
  }

  /// To the second.
  public String second(double t) {
    return at(t).format(FULL);
  }

  private ZonedDateTime at(double t) {
    return start.plusNanos(Math.round(t * 1e6)).atZone(zone);
  }
}
