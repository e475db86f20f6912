// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Reading;
import trilobite.model.run.RunState;
import trilobite.model.time.RunClock;
import trilobite.ui.chart.WallTime;
import trilobite.ui.control.ProvenanceBadge;

/// What a badge says of a reading: live or as of when, what was read and what that cost. Pure.
///
/// @param stale true where the numbers are of an earlier moment
/// @param words such as `as of 14:07:10`
/// @param beside a few more, smaller
/// @param paused true where the guest stood still for it
/// @param details for the tooltip
public record Sight(boolean stale, String words, String beside, boolean paused, String details) {

  /// What is to be said of a reading of that guest now.
  ///
  /// @param resting true while the view is paused
  public static Sight of(Reading<?> reading, LiveGuest guest, boolean resting, ZoneId zone) {
    var status = guest.status();
    var wall =
        status
            .clock()
            .map(RunClock::startedWall)
            .map(start -> new WallTime(start, zone))
            .orElse(WallTime.SINCE_START);
    var still =
        status.state() == RunState.ENDED
            ? Optional.of("the guest has ended")
            : status.state() == RunState.PAUSED
                ? Optional.of("the guest is paused")
                : resting
                    ? Optional.of("view paused, the guest runs on")
                    : Optional.<String>empty();
    double takenAt = reading.takenAt();
    var pauses = reading.pauses() == 1 ? "1 pause" : reading.pauses() + " pauses";
    var details =
        "Read at %s in %s of host time, %s.%n%s."
            .formatted(
                wall.exact(takenAt), cost(reading.costMicros()), pauses, reading.source().detail());
    return still.isPresent()
        ? new Sight(true, "as of " + wall.second(takenAt), still.get(), false, details)
        : new Sight(
            false,
            "Read live from " + reading.source().kind().words(),
            pauses + ", " + GuestWatch.PERIOD_MILLIS + " ms",
            reading.pauses() > 0,
            details);
  }

  private static String cost(long micros) {
    return micros < 10_000
        ? micros + " µs"
        : String.format(Locale.ROOT, "%.1f ms", micros / 1000.0);
  }

  /// Has the badge say it.
  public void on(ProvenanceBadge badge) {
    if (stale) {
      badge.stale(words, beside, details);
    } else {
      badge.live(words, beside, paused, details);
    }
  }
}
