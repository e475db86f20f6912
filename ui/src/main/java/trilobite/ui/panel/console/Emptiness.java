// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.Locale;
import java.util.Optional;
import trilobite.model.run.RunState;
import trilobite.ui.panel.ShownRun;

/// Why there are no lines to see.
///
/// @param run true where Run is the thing to do
/// @param unfilter true where taking the filter away is
record Emptiness(String title, String text, boolean run, boolean unfilter) {

  /// @param filtered true where there are lines and none passes the filter
  static Emptiness of(Optional<ShownRun> shown, boolean filtered) {
    if (filtered) {
      return new Emptiness("No line matches", "No line passes the filter.", false, true);
    }
    if (shown.isEmpty()) {
      return new Emptiness(
          "No console yet",
          "What a guest writes to its serial port appears here as it arrives.",
          true,
          false);
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
          "Connecting", "QEMU is starting; its serial port is being connected.", false, false);
    }
    double seconds = live.vitals().now() / 1e3;
    return new Emptiness(
        "No output yet",
        String.format(
            Locale.ROOT,
            "The guest started %.1f s ago and has written nothing to its serial port.",
            seconds),
        false,
        false);
  }

  private static Emptiness silent(ShownRun run) {
    return new Emptiness(
        "No output", "Run " + run.id() + " wrote nothing to its serial port.", false, false);
  }
}
