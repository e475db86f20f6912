// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import trilobite.model.job.Job;
import trilobite.model.run.RunRecord;
import trilobite.ui.control.Hint;
import trilobite.ui.panel.Desk;

/// The way to the stacks of a guest that fell over: its memory is gone, but they were written down.
public final class KeptStacks {

  private KeptStacks() {}

  /// Looks for them off the JavaFX thread.
  ///
  /// @param found is called on it with a button that opens them; never where there are none
  public static void look(Desk desk, RunRecord run, Consumer<Button> found) {
    var file = RunRecord.stacks(run.folder());
    desk.background(
        new Job<>("Look for stacks of run " + run.id(), _ -> Files.isRegularFile(file)),
        there -> {
          if (there) {
            var open =
                Hint.action(
                    "ci-parent-child",
                    "Open its stacks",
                    () -> desk.session().openFile(file, Optional.empty()));
            open.setTooltip(new Tooltip("As they were when it fell over, as gdb prints them"));
            found.accept(open);
          }
        },
        _ -> {});
  }
}
