// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.util.Optional;
import trilobite.model.console.ConsoleLog;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.vitals.Vitals;

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
}
