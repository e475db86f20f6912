// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import trilobite.model.project.Drive;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.ui.control.Icons;

/// The drives of a target.
final class DriveTable {
  private final VBox rows = new VBox(6);
  private final VBox root = new VBox(4);
  private final Consumer<List<ProjectEdit>> changed;
  private FieldPath path = FieldPath.of();
  private List<Drive> shown = List.of();

  DriveTable(Consumer<List<ProjectEdit>> changed) {
    this.changed = changed;
    var add = new Hyperlink("Add", Icons.of("ci-add", "tri-accent"));
    add.setAccessibleText("Add a drive");
    add.setOnAction(e -> add());
    rows.getStyleClass().add("config-table");
    root.getChildren().addAll(rows, add);
  }

  Node node() {
    return root;
  }

  void show(FieldPath array, List<Drive> drives) {
    if (drives.equals(shown) && array.equals(path)) {
      return;
    }
    boolean typing =
        array.equals(path) && drives.size() == shown.size() && !drives.isEmpty() && focused();
    path = array;
    shown = List.copyOf(drives);
    if (typing) {
      return;
    }
    rows.getChildren().clear();
    for (int i = 0; i < drives.size(); i++) {
      rows.getChildren().add(row(i, drives.get(i)));
    }
    if (drives.isEmpty()) {
      var none = new Label("No drives.");
      none.getStyleClass().add("config-hint");
      rows.getChildren().add(none);
    }
  }

  private boolean focused() {
    return rows.isFocusWithin();
  }

  private void add() {
    var values = new LinkedHashMap<String, Object>();
    values.put("file", "data.img");
    values.put("format", "raw");
    values.put("snapshot", true);
    changed.accept(List.of(new ProjectEdit.AppendTable(path, values)));
  }

  private Node row(int index, Drive drive) {
    var at = path.then(Integer.toString(index));
    var file = text(drive.file(), "Image file", 16, t -> set(at.then("file"), t));
    var format =
        text(drive.format(), "Format, such as raw or qcow2", 6, t -> set(at.then("format"), t));
    var remove =
        Icons.button(
            "ci-trash-can",
            "Remove drive " + drive.file(),
            "",
            () -> changed.accept(List.of(new ProjectEdit.Remove(at))));
    var first = new HBox(8, file, format, remove);
    first.setAlignment(Pos.CENTER_LEFT);
    var second =
        new HBox(
            12,
            flag("Discard writes on stop", drive.snapshot(), at.then("snapshot")),
            flag("Read only", drive.readonly(), at.then("readonly")),
            flag("Boot from it", drive.boot(), at.then("boot")));
    return new VBox(4, first, second);
  }

  private static TextField text(String value, String name, int columns, Consumer<String> typed) {
    var field = new TextField(value);
    field.getStyleClass().add("config-code");
    field.setPrefColumnCount(columns);
    field.setAccessibleText(name);
    field.setPromptText(name);
    field.textProperty().addListener((o, was, now) -> typed.accept(now));
    return field;
  }

  private CheckBox flag(String label, boolean value, FieldPath at) {
    var box = new CheckBox(label);
    box.setSelected(value);
    box.setOnAction(e -> set(at, box.isSelected()));
    return box;
  }

  private void set(FieldPath at, Object value) {
    changed.accept(List.of(new ProjectEdit.Set(at, value)));
  }
}
