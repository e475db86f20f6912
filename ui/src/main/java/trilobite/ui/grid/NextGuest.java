// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.panel.Desk;

/// The way from where no guest is shown to one: to the one that runs, while a past run is looked
/// at; else Run.
public final class NextGuest {

  private NextGuest() {}

  /// A button that follows whether a guest runs: Run would do nothing then.
  public static Button button(Desk desk) {
    var session = desk.session();
    var button =
        Hint.action("", "", () -> alive(desk).ifPresentOrElse(session::show, session::startRun));
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> alive(desk).isPresent() ? "Back to the guest" : "Run", session.status()));
    button.graphicProperty().bind(Bindings.createObjectBinding(() -> icon(desk), session.status()));
    return button;
  }

  private static Node icon(Desk desk) {
    return Icons.of(alive(desk).isPresent() ? "ci-chip" : "ci-play-filled-alt");
  }

  private static Optional<RunId> alive(Desk desk) {
    return desk.session()
        .status()
        .get()
        .filter(status -> status.state() != RunState.ENDED)
        .map(RunStatus::id);
  }
}
