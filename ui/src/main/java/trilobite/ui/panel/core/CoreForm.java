// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.core;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Pages;

/// Asks for the file, shows how far it is, and says how it ended.
final class CoreForm extends VBox {

  private final TextField file = new TextField();
  private final Button choose = new Button("Choose…");
  private final Button go = new Button("Pause and capture", Icons.of("ci-camera"));
  private final Button cancel = new Button("Cancel", Icons.of("ci-close"));
  private final ProgressBar bar = new ProgressBar();
  private final HBox under = new HBox(bar, cancel);
  private final Label said = Pages.text("");
  private final Label more = Pages.text("", "tri-muted");

  /// @param begin takes the file, a whole path
  CoreForm(Path proposal, FileChoice files, Consumer<Path> begin, Runnable stop) {
    getStyleClass().add("core-form");
    file.setId("core-file");
    go.setId("core-go");
    cancel.setId("core-cancel");
    said.setId("core-said");
    file.setText(proposal.toString());
    file.setAccessibleText("File of the core");
    file.getStyleClass().add("tri-mono");
    HBox.setHgrow(file, Priority.ALWAYS);
    choose.setOnAction(_ -> choose(files));
    go.getStyleClass().add("accent");
    go.setOnAction(_ -> chosen().ifPresent(begin));
    file.setOnAction(_ -> chosen().ifPresent(begin));
    cancel.setOnAction(_ -> stop.run());
    under.getStyleClass().add("core-under");
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    var name = new Label("File");
    name.setLabelFor(file);
    name.getStyleClass().add("tri-form-name");
    var row = new HBox(name, file, choose);
    row.getStyleClass().addAll("tri-form-row", "core-row");
    getChildren().addAll(row, new HBox(go), under, said, more);
    under.managedProperty().bind(under.visibleProperty());
    said.managedProperty().bind(said.visibleProperty());
    more.managedProperty().bind(more.visibleProperty());
    idle("", false, "");
  }

  private void choose(FileChoice files) {
    var name = chosen().map(path -> path.getFileName().toString()).orElse("guest.core");
    files
        .choose(getScene().getWindow(), name, "core")
        .ifPresent(path -> file.setText(path.toString()));
  }

  private Optional<Path> chosen() {
    try {
      var path = Path.of(file.getText().strip());
      if (path.isAbsolute() && path.getNameCount() > 0) {
        return Optional.of(path);
      }
    } catch (InvalidPathException e) {
      // Said below, as for any other text that is no path.
    }
    idle("Give the file's whole path, beginning with /.", true, "");
    return Optional.empty();
  }

  /// It is being written.
  void busy() {
    set(true, "", false, "");
    progress(0);
  }

  void progress(double fraction) {
    bar.setProgress(fraction > 0 ? fraction : ProgressBar.INDETERMINATE_PROGRESS);
  }

  /// Nothing is being written.
  ///
  /// @param words how the last one ended
  void idle(String words, boolean bad, String hint) {
    set(false, words, bad, hint);
  }

  private void set(boolean busy, String words, boolean bad, String hint) {
    file.setDisable(busy);
    choose.setDisable(busy);
    go.setDisable(busy);
    under.setVisible(busy);
    said.setText(words);
    said.setVisible(!words.isEmpty());
    said.getStyleClass().removeAll("tri-bad");
    if (bad) {
      said.getStyleClass().add("tri-bad");
    }
    more.setText(hint);
    more.setVisible(!hint.isEmpty());
  }

  void focusMain() {
    file.requestFocus();
    file.end();
  }
}
