// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.runs;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import trilobite.model.command.ShellLine;
import trilobite.model.project.MemorySize;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.grid.KeptStacks;
import trilobite.ui.panel.Desk;

/// Everything that is remembered of one run: result, times, image and the exact command.
final class RunPage extends ScrollPane {

  private final GridPane facts = new GridPane();
  private int rows;

  RunPage(RunRow row, Desk desk, ZoneId zone) {
    getStyleClass().add("run-page");
    getStylesheets()
        .add(Objects.requireNonNull(RunPage.class.getResource("runs.css")).toExternalForm());
    setFitToWidth(true);
    var run = row.run();
    facts.getStyleClass().add("run-facts");
    fact("Project", run.project() + ", target " + run.target(), false);
    fact("Folder", run.projectFolder().toString(), true);
    fact("Started", RunWords.whole(run.started(), zone), false);
    fact("First byte", millis(run.firstByteMillis()), false);
    fact("Ready", millis(run.readyMillis()), false);
    fact("Lasted", millis(run.durationMillis()), false);
    fact("Accelerator", run.accelerator(), false);
    fact("Memory", new MemorySize(run.memory()).about(), false);
    fact("Image", run.image().orElse("none"), true);
    fact("Build-id", run.buildId().orElse("none"), true);
    fact("Kept in", run.folder().toString(), true);
    fact("Size on disk", size(row), false);
    var body = new VBox(heading(row), actions(row, desk), facts, command(row));
    body.getStyleClass().add("run-body");
    setContent(body);
  }

  private static String millis(OptionalDouble time) {
    return time.isPresent() ? RunWords.duration(time.getAsDouble()) : "never";
  }

  private static String size(RunRow row) {
    var bytes = row.run().bytes();
    return bytes.isPresent()
        ? new MemorySize(bytes.getAsLong()).about()
        : "not counted while it runs";
  }

  private static HBox heading(RunRow row) {
    var title = new Label("Run " + row.title());
    title.getStyleClass().add("tri-title");
    var word = new Label(row.word());
    word.getStyleClass().addAll("run-word", RunCell.style(row.look()));
    var why = new Label(row.run().why());
    why.getStyleClass().add("tri-muted");
    why.setWrapText(true);
    var heading = new HBox(RunCell.icon(row.look()), title, word, why);
    heading.getStyleClass().add("run-heading");
    return heading;
  }

  private static HBox actions(RunRow row, Desk desk) {
    Button show =
        Hint.action(
            "ci-activity", "Show graphs and console", () -> desk.session().show(row.run().id()));
    var actions = new HBox(show);
    actions.getStyleClass().add("run-actions");
    KeptStacks.look(desk, row.run(), actions.getChildren()::add);
    return actions;
  }

  private void fact(String name, String value, boolean code) {
    var label = new Label(name);
    label.getStyleClass().add("tri-muted");
    label.setMinWidth(USE_PREF_SIZE);
    var text = new Label(value);
    text.setWrapText(true);
    if (code) {
      text.getStyleClass().add("tri-mono");
    }
    facts.addRow(rows++, label, text);
  }

  private static VBox command(RunRow row) {
    var line = ShellLine.of(row.run().command());
    var heading = new Label("Command line");
    heading.getStyleClass().add("tri-section");
    var hint = new Label("exactly what was started, as one line to paste");
    hint.getStyleClass().addAll("tri-small", "tri-muted");
    var copy =
        Icons.button(
            "ci-copy",
            "Copy the command",
            "",
            () -> {
              var content = new ClipboardContent();
              content.putString(line);
              Clipboard.getSystemClipboard().setContent(content);
            });
    var bar = new HBox(heading, hint, copy);
    bar.getStyleClass().add("run-command-bar");
    var text = new TextArea(line);
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(Math.clamp(line.length() / 90 + 2, 3, 14));
    text.getStyleClass().addAll("tri-code", "run-command");
    text.setAccessibleText("Command line of run " + row.title());
    return new VBox(bar, text);
  }

  /// For the page's own tests.
  Optional<String> factOf(String name) {
    for (var node : facts.getChildren()) {
      if (node instanceof Label label && label.getText().equals(name)) {
        int next = facts.getChildren().indexOf(node) + 1;
        return Optional.of(((Label) facts.getChildren().get(next)).getText());
      }
    }
    return Optional.empty();
  }
}
