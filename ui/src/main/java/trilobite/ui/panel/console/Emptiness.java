// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.Locale;
import java.util.Optional;
import trilobite.model.run.RunState;
import trilobite.ui.panel.ShownRun;

/// Why there are no lines to see.
///
/// @param act the one thing to do about it
record Emptiness(String title, String text, Act act) {

  /// What a button does.
  enum Act {
    NONE,
    RUN,
    UNFILTER,
    RETRY
  }

  /// @param why a sentence
  static Emptiness unreadable(String why) {
    return new Emptiness("Cannot read the console", why + " The other panels go on.", Act.RETRY);
  }

  /// @param filtered true where there are lines and none passes the filter
  static Emptiness of(Optional<ShownRun> shown, boolean filtered) {
    if (filtered) {
      return new Emptiness("No line matches", "No line passes the filter.", Act.UNFILTER);
    }
    if (shown.isEmpty()) {
      return new Emptiness(
          "No console yet",
          "What a guest writes to its serial port appears here as it arrives.",
          Act.RUN);
    }
    return switch (shown.get()) {
      case ShownRun.Past past -> silent(past);
      case ShownRun.Live live -> live(live);
    };
  }

  private static Emptiness live(ShownRun.Live live) {
    RunState state = live.guest().status().state();
    if (state == RunState.ENDED) {
      return silent(live);
    }
    if (!state.alive()) {
      return new Emptiness(
          "Connecting", "QEMU is starting; its serial port is being connected.", Act.NONE);
    }
    double seconds = live.vitals().now() / 1e3;
    return new Emptiness(
        "No output yet",
        String.format(
            Locale.ROOT,
            "The guest started %.1f s ago and has written nothing to its serial port.",
            seconds),
        Act.NONE);
  }

  private static Emptiness silent(ShownRun run) {
    return new Emptiness(
        "No output", "Run " + run.id() + " wrote nothing to its serial port.", Act.NONE);
  }
}
