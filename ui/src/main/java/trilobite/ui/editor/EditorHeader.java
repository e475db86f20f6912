// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import trilobite.model.workspace.TextFile;
import trilobite.ui.panel.Desk;

/// Where the file lies in the project, and whether it can be written.
final class EditorHeader {
  private final HBox row = new HBox(6);

  EditorHeader(Desk desk, Path file, TextFile text) {
    row.getStyleClass().add("editor-header");
    row.setAlignment(Pos.CENTER_LEFT);
    var folder = desk.session().project().get().map(p -> p.folder());
    var shown = folder.filter(file::startsWith).map(f -> f.relativize(file)).orElse(file);
    for (int i = 0; i < shown.getNameCount(); i++) {
      if (i > 0) {
        row.getChildren().add(new FontIcon("ci-chevron-right"));
      }
      var name = new Label(shown.getName(i).toString());
      name.getStyleClass().add(i == shown.getNameCount() - 1 ? "crumb-file" : "crumb");
      row.getChildren().add(name);
    }
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    row.getChildren().add(space);
    if (text.readonly()) {
      var lock = new Label("read-only: " + text.why(), new FontIcon("ci-locked"));
      lock.getStyleClass().add("crumb");
      row.getChildren().add(lock);
    }
  }

  Node node() {
    return row;
  }
}
