// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.time.ZoneId;
import java.util.Optional;
import trilobite.model.console.ConsoleLog;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.run.RunState;
import trilobite.model.time.Mark;
import trilobite.model.time.RunClock;
import trilobite.model.vitals.Vitals;
import trilobite.ui.chart.WallTime;

/// The run that Console and Vitals show: a live one, or one from history.
public sealed interface ShownRun {

  RunId id();

  ConsoleLog console();

  Vitals vitals();

  /// A guest of this window or of another owner; stays shown when it has ended.
  record Live(LiveGuest guest) implements ShownRun {
    @Override
    public RunId id() {
      return guest.status().id();
    }

    @Override
    public ConsoleLog console() {
      return guest.console();
    }

    @Override
    public Vitals vitals() {
      return guest.vitals();
    }
  }

  /// A run opened from history.
  record Past(RunRecord record, ConsoleLog console, Vitals vitals) implements ShownRun {
    @Override
    public RunId id() {
      return record.id();
    }
  }

  /// The guest, where it is one.
  default Optional<LiveGuest> live() {
    return this instanceof Live(LiveGuest guest) ? Optional.of(guest) : Optional.empty();
  }

  /// Writes the run's times as times of day there.
  default WallTime wall(ZoneId zone) {
    var start =
        switch (this) {
          case Live(var guest) -> guest.status().clock().map(RunClock::startedWall);
          case Past past -> Optional.of(past.record().started());
        };
    return start.map(instant -> new WallTime(instant, zone)).orElse(WallTime.SINCE_START);
  }

  /// Run time at which a paused guest came to stand; now where that is not known.
  default double pausedAt() {
    return vitals().marks().stream()
        .filter(mark -> mark.kind() == Mark.Kind.PAUSE)
        .mapToDouble(Mark::t)
        .max()
        .orElseGet(() -> vitals().now());
  }

  /// True while the run's newest moment is now.
  default boolean goesOn() {
    return live().filter(guest -> guest.status().state() != RunState.ENDED).isPresent();
  }
}
