// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.ui.control.Hint;

/// What the project is called, and the folder that its own folder is made in.
final class PlaceFields extends GridPane {

  private final TextField name = new TextField();
  private final TextField parent = new TextField();
  private final UnaryOperator<Path> chooser;

  /// @param home the user's home folder
  /// @param chooser asks for a folder, starting at the given one
  /// @param typing called with each change
  /// @param create called by Enter
  PlaceFields(Path home, UnaryOperator<Path> chooser, Runnable typing, Runnable create) {
    this.chooser = chooser;
    getStyleClass().add("new-place");
    name.setId("new-name");
    name.setPromptText("tidepool");
    parent.setId("new-parent");
    parent.setText(home.resolve("src").toString());
    for (var field : List.of(name, parent)) {
      field.getStyleClass().add("new-mono");
      field.textProperty().addListener((_, _, _) -> typing.run());
      field.setOnAction(_ -> create.run());
    }
    addRow(0, NewProjectView.caption("Name", name), name);
    var choose = Hint.action("ci-folder", "Choose…", this::choose);
    choose.setId("new-choose");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    var where = new HBox(8, parent, choose);
    HBox.setHgrow(parent, Priority.ALWAYS);
    addRow(1, NewProjectView.caption("In folder", parent), where);
    setHgrow(where, Priority.ALWAYS);
  }

  private void choose() {
    var chosen = chooser.apply(Path.of("/").resolve(parent.getText()));
    parent.setText(chosen.toString());
    parent.requestFocus();
  }

  /// The field for the name.
  TextField name() {
    return name;
  }

  /// The field for the folder.
  TextField parent() {
    return parent;
  }

  /// Marks what is wrong.
  void mark(NewProjectModel model) {
    NewProjectView.mark(name, model.badName());
    NewProjectView.mark(parent, !model.badName() && model.badPlace());
  }
}
