// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.Optional;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.ui.panel.ShownRun;

/// Whether something can be typed, and the words in the field.
///
/// @param text an invitation, or the reason why not
record InputState(boolean open, String text) {

  /// @param lost the guest goes on without its serial socket
  static InputState of(Optional<ShownRun> shown, boolean lost) {
    if (lost) {
      return closed("The serial socket was lost: nothing can be typed");
    }
    if (shown.isEmpty()) {
      return closed("Guest not running");
    }
    return switch (shown.get()) {
      case ShownRun.Past past -> closed("Run " + past.id() + " is over: nothing can be typed");
      case ShownRun.Live live
          when live.guest().status().state().alive() && !live.guest().limits().type().isEmpty() ->
          closed(live.guest().limits().type());
      case ShownRun.Live live -> of(live.guest().status());
    };
  }

  private static InputState of(RunStatus status) {
    return switch (status.state()) {
      case BUILDING, STARTING -> closed("Guest is starting");
      case BOOTING, RUNNING -> new InputState(true, "Type to send to the guest’s serial port");
      case PAUSED -> closed("Guest is paused: resume it to type");
      case ENDED -> closed("Guest not running" + status.verdict().map(InputState::word).orElse(""));
    };
  }

  private static String word(Verdict verdict) {
    return " (" + verdict.word().replace('-', ' ') + ")";
  }

  private static InputState closed(String why) {
    return new InputState(false, why);
  }
}
