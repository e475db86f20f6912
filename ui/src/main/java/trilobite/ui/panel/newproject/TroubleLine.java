// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Pages;
import trilobite.ui.panel.newproject.NewProjectModel.Cure;
import trilobite.ui.panel.newproject.NewProjectModel.Problem;

/// What is wrong in a section, below its fields, with the one click that mends it.
final class TroubleLine extends FlowPane {

  private final Consumer<Cure> mend;
  private Optional<Problem> shown = Optional.empty();

  TroubleLine(Consumer<Cure> mend) {
    this.mend = mend;
    getStyleClass().add("new-trouble");
    setVisible(false);
    setManaged(false);
  }

  /// The same problem again leaves its cure where it is: somebody may be about to click it.
  void show(Optional<Problem> problem) {
    if (problem.equals(shown)) {
      return;
    }
    shown = problem;
    getChildren().clear();
    setVisible(problem.isPresent());
    setManaged(problem.isPresent());
    problem.ifPresent(
        found -> {
          getChildren().add(Icons.of("ci-misuse", "tri-bad", "tri-small"));
          getChildren().add(Pages.text(found.text(), "tri-bad", "tri-small"));
          found
              .cure()
              .ifPresent(
                  cure -> {
                    var link = new Hyperlink(cure.label());
                    link.setId(
                        "new-fix-" + found.section().name().toLowerCase(java.util.Locale.ROOT));
                    link.setOnAction(_ -> mend.accept(cure));
                    link.setMinWidth(Region.USE_PREF_SIZE);
                    getChildren().add(link);
                  });
        });
  }
}
