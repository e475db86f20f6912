// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import trilobite.model.check.Severity;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.model.project.Target;

/// The fields of a target in their sections.
final class ConfigForm {
  private final ConfigModel model;
  private final Consumer<List<ProjectEdit>> edit;
  private final Consumer<Set<FieldPath>> pointed;
  private final Map<FieldSpec, Control> controls = new LinkedHashMap<>();
  private final Map<FieldSpec, FieldRow> rows = new LinkedHashMap<>();
  private final Map<Section, VBox> sections = new LinkedHashMap<>();
  private final ForwardTable forwards;
  private final DriveTable drives;
  private final FieldRow forwardRow;
  private final FieldRow driveRow;
  private final ScrollPane scroll;

  ConfigForm(
      ConfigModel model, Consumer<List<ProjectEdit>> edit, Consumer<Set<FieldPath>> pointed) {
    this.model = model;
    this.edit = edit;
    this.pointed = pointed;
    forwards =
        new ForwardTable(list -> edit.accept(List.of(new ProjectEdit.Set(forwardPath(), list))));
    drives = new DriveTable(edit);
    forwardRow = row("Port forwards", forwards.node(), "", this::forwardPath);
    driveRow = row("Drives", drives.node(), "", this::drivePath);
    var columns = new FlowPane(36, 12);
    columns.getStyleClass().add("config-columns");
    for (var section : Section.values()) {
      columns.getChildren().add(section(section));
    }
    scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("config-form");
  }

  Node node() {
    return scroll;
  }

  private VBox section(Section section) {
    var title = new Label(section.title());
    title.getStyleClass().add("config-title");
    var box = new VBox(8, title);
    box.getStyleClass().add("config-section");
    Fields.ALL.stream()
        .filter(f -> f.section() == section)
        .forEach(f -> box.getChildren().add(field(f)));
    if (section == Section.NETWORK) {
      box.getChildren().add(2, forwardRow);
    } else if (section == Section.DISK) {
      box.getChildren().add(driveRow);
    }
    sections.put(section, box);
    return box;
  }

  private FieldRow field(FieldSpec field) {
    var control = Controls.of(field, text -> edit.accept(field.edits(model.targetName(), text)));
    var label = field.kind() == FieldSpec.Kind.FLAG ? "" : field.label();
    var row = row(label, control.node(), field.hint(), () -> field.path(model.targetName()));
    controls.put(field, control);
    rows.put(field, row);
    return row;
  }

  private FieldRow row(
      String label, Node control, String hint, java.util.function.Supplier<FieldPath> path) {
    return new FieldRow(
        label,
        control,
        hint,
        fix -> edit.accept(fix.edits()),
        lit -> pointed.accept(lit ? Set.of(path.get()) : Set.of()));
  }

  private FieldPath forwardPath() {
    return FieldPath.target(model.targetName(), "network", "forward");
  }

  private FieldPath drivePath() {
    return FieldPath.target(model.targetName(), "drive");
  }

  /// Shows the values and findings of the model; keeps controls that already show theirs.
  void refresh() {
    model.target().ifPresent(this::values);
    rows.forEach((field, row) -> row.findings(model.findings(field.path(model.targetName()))));
    forwardRow.findings(model.findings(forwardPath()));
    driveRow.findings(model.findings(drivePath()));
  }

  private void values(Target target) {
    rows.forEach((field, row) -> row.shown(Fields.matters(field, target)));
    forwardRow.shown(target.network().mode().equals("user"));
    controls.forEach((field, control) -> control.show().accept(field.read().apply(target)));
    forwards.show(target.network());
    drives.show(drivePath(), target.drives());
  }

  /// Lights up the rows that an argument comes from.
  void light(List<FieldPath> fields) {
    rows.forEach(
        (field, row) -> row.lit(fields.stream().anyMatch(field.path(model.targetName())::meets)));
    forwardRow.lit(fields.stream().anyMatch(forwardPath()::meets));
    driveRow.lit(fields.stream().anyMatch(drivePath()::meets));
  }

  /// The fields with errors.
  Set<FieldPath> invalid() {
    var paths = new HashSet<FieldPath>();
    model.findings().stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .forEach(f -> f.field().ifPresent(paths::add));
    return paths;
  }

  /// Scrolls a section into view and focuses its first field.
  void show(Section section) {
    var box = sections.get(section);
    if (box == null) {
      return;
    }
    double height =
        scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
    scroll.setVvalue(height <= 0 ? 0 : Math.min(1, box.getBoundsInParent().getMinY() / height));
    box.lookupAll(".text-field, .toggle-button, .text-area, .check-box").stream()
        .findFirst()
        .ifPresent(Node::requestFocus);
  }
}
