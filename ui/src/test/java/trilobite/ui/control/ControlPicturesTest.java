// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.ui.testing.Snapshot;

@Tag("ui")
final class ControlPicturesTest {

  @Test
  void controlsLookRight() {
    Snapshot.both("controls", 460, 560, ControlPicturesTest::controls);
  }

  private static Parent controls() {
    var title = new Label("Title of a form");
    title.getStyleClass().add("tri-title");
    var accent = new Button("Build again", Icons.of("ci-tools"));
    accent.getStyleClass().add("accent");
    var flat = new Button("Run", Icons.of("ci-play-filled-alt", "tri-ok"));
    flat.getStyleClass().add("flat");
    var disabled = new Button("Stop");
    disabled.setDisable(true);
    var segment = new HBox(chosen("1 min"), new ToggleButton("10 min"), new ToggleButton("Run"));
    segment.getStyleClass().add("tri-segment");
    segment.setMaxWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    var field = new TextField();
    field.setPromptText("Filter lines");
    var choice = new ComboBox<String>();
    choice.getItems().add("q35");
    choice.getSelectionModel().select(0);
    var check = new CheckBox("Discard writes on stop");
    check.setSelected(true);
    var number = new Label("127.0.0.1:8080 → :80");
    number.getStyleClass().add("tri-mono");
    var badge = new Label("failed");
    badge.getStyleClass().addAll("tri-badge", "tri-bad");
    var list = new ListView<String>();
    list.getItems().addAll("http.c", "main.c", "pool.c");
    list.getSelectionModel().select(1);
    list.setPrefHeight(90);
    var header =
        new HBox(new Label("Vitals"), Icons.button("ci-pause", "Pause", "Space", () -> {}));
    header.getChildren().getFirst().getStyleClass().add("tri-name");
    header.getStyleClass().add("tri-header");
    var hint =
        Hint.error(
            "Cannot read threads",
            "The image has build-id 41d07b22, but the symbols are for 9f3c1a7e.",
            Hint.action("ci-folder", "Choose .dbg file…", () -> {}));
    return new VBox(
        8,
        header,
        title,
        new HBox(8, new Button("Cancel"), accent, flat, disabled),
        segment,
        new HBox(8, field, choice),
        check,
        new HBox(8, number, badge),
        new ProgressBar(0.6),
        list,
        hint);
  }

  private static ToggleButton chosen(String text) {
    var button = new ToggleButton(text);
    button.setSelected(true);
    return button;
  }
}
