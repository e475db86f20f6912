// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.time.RunClock;
import trilobite.ui.console.ConsoleFeed;
import trilobite.ui.panel.ShownRun;

/// The console of one run on show: the run, and the feed that reads it.
record ShownConsole(ShownRun run, ConsoleFeed feed) implements AutoCloseable {

  static ShownConsole of(ShownRun run) {
    return new ShownConsole(run, new ConsoleFeed(run.console(), run.vitals()::marks));
  }

  /// Wall time of run time 0; absent before the guest was let go.
  Optional<Instant> start() {
    return switch (run) {
      case ShownRun.Live live -> live.guest().status().clock().map(RunClock::startedWall);
      case ShownRun.Past past -> Optional.of(past.record().started());
    };
  }

  /// True where the guest goes on and nothing more can come from its serial port. Also true for a
  /// moment while a guest ends.
  boolean cutOff() {
    return run instanceof ShownRun.Live live
        && live.guest().status().state().alive()
        && !run.console().live()
        && !never(live.guest());
  }

  /// A guest that was started elsewhere may have no console that can be had: nothing is lost then.
  private static boolean never(LiveGuest guest) {
    return !guest.limits().type().isEmpty() && guest.console().length() == 0;
  }

  /// Why a restart cannot bring the serial port back; empty where it can.
  String restart() {
    return run.live().map(guest -> guest.limits().restart()).orElse("");
  }

  /// Such as `as of 14:07:10` for a guest that does not run; empty for one that does.
  String asOf(ZoneId zone) {
    return switch (run) {
      case ShownRun.Live live -> asOf(live.guest().status(), live.pausedAt(), zone);
      case ShownRun.Past past ->
          "run "
              + past.id()
              + past.record().durationMillis().stream()
                  .mapToObj(millis -> ", " + asOf(past.record().started(), millis, zone))
                  .findFirst()
                  .orElse("");
    };
  }

  private static String asOf(RunStatus status, double paused, ZoneId zone) {
    boolean still = status.state() == RunState.PAUSED || status.state() == RunState.ENDED;
    return still && status.clock().isPresent()
        ? asOf(status.clock().get().startedWall(), status.endedAt().orElse(paused), zone)
        : "";
  }

  private static String asOf(Instant start, double millis, ZoneId zone) {
    return "as of " + Times.seconds(start.plusNanos(Math.round(millis * 1e6)), zone);
  }

  @Override
  public void close() {
    feed.close();
  }
}
