// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session;

/// Shows the chosen target and lets another be chosen.
final class TargetMenu extends MenuButton {

  private final Session session;
  private boolean detailed = true;

  TargetMenu(Session session) {
    this.session = session;
    setId("target-menu");
    setMnemonicParsing(false);
    getStyleClass().add("tri-target");
    setGraphic(Icons.of("ci-chip"));
    Tip.on(this, "What Build and Run work on");
    setAccessibleText("Target");
    session.project().addListener((_, _, now) -> show(now));
    show(session.project().get());
  }

  private void show(Optional<OpenProject> project) {
    setDisable(project.isEmpty());
    setText(project.map(this::words).orElse("No target"));
    // A short name stays whole: an end of it tells targets apart.
    setMinWidth(detailed ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
    getItems().clear();
    project.ifPresent(this::fill);
  }

  /// Says what the target is, or only what it is called where there is no room for more.
  void detailed(boolean now) {
    if (now != detailed) {
      detailed = now;
      show(session.project().get());
    }
  }

  private String words(OpenProject open) {
    return detailed ? TargetText.of(open) : open.target();
  }

  private void fill(OpenProject open) {
    Tip.on(
        this,
        "Target " + open.target() + ", " + TargetText.of(open) + ": what Build and Run work on");
    open.parsed()
        .project()
        .ifPresent(
            project ->
                project
                    .targets()
                    .forEach(
                        (name, target) -> {
                          var item = new CheckMenuItem(name + "   " + TargetText.of(target));
                          item.setMnemonicParsing(false);
                          item.setSelected(name.equals(open.target()));
                          item.setOnAction(_ -> session.chooseTarget(name));
                          getItems().add(item);
                        }));
  }
}
