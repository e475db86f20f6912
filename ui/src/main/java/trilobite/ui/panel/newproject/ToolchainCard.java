// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import trilobite.model.build.ToolchainInfo;
import trilobite.ui.control.Icons;

/// A toolchain to choose: what it builds, and whether its tools are here.
final class ToolchainCard extends ToggleButton {

  ToolchainCard(ToolchainInfo toolchain, Runnable chosen) {
    getStyleClass().add("toolchain-card");
    setId("toolchain-" + toolchain.name());
    var badge = new Label(toolchain.title().substring(0, Math.min(2, toolchain.title().length())));
    badge.getStyleClass().add("toolchain-badge");
    var title = new Label(toolchain.title());
    title.getStyleClass().add("tri-strong");
    var summary = new Label(toolchain.summary());
    summary.getStyleClass().addAll("tri-small", "tri-muted");
    var state = new Label(toolchain.state());
    state.getStyleClass().addAll("tri-small", toolchain.installed() ? "tri-ok" : "tri-muted");
    state.setGraphic(
        toolchain.installed()
            ? Icons.of("ci-checkmark-filled", "tri-ok", "tri-small")
            : Icons.of("ci-download", "tri-small"));
    var words = new VBox(title, summary, state);
    words.getStyleClass().add("toolchain-words");
    words.setMinWidth(0);
    var row = new HBox(badge, words);
    row.getStyleClass().add("toolchain-row");
    setGraphic(row);
    setAccessibleText(toolchain.title() + ", " + toolchain.summary() + ", " + toolchain.state());
    if (!toolchain.remedy().isEmpty()) {
      setTooltip(new Tooltip(toolchain.remedy()));
    }
    setOnAction(
        _ -> {
          // A card is a choice: a second click does not take it back.
          setSelected(true);
          chosen.run();
        });
  }
}
