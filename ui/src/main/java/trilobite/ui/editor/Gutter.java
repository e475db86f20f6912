// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;
import trilobite.model.check.Severity;
import trilobite.model.workspace.LineChange;

/// Left of each line: its problem, its number, and the bar that says how it differs from git HEAD.
final class Gutter implements IntFunction<Node> {
  private final CodeArea area;
  private Map<Integer, Problem> problems = Map.of();
  private List<LineChange> changes = List.of();

  /// The gravest problem of a line, and the text of all.
  record Problem(Severity severity, String text) {}

  Gutter(CodeArea area) {
    this.area = area;
    area.setParagraphGraphicFactory(this);
  }

  void problems(Map<Integer, Problem> byLine) {
    problems = Map.copyOf(byLine);
    refresh();
  }

  void changes(List<LineChange> runs) {
    if (!changes.equals(runs)) {
      changes = List.copyOf(runs);
      refresh();
    }
  }

  private void refresh() {
    // Setting the factory again rebuilds just the visible lines.
    area.setParagraphGraphicFactory(null);
    area.setParagraphGraphicFactory(this);
  }

  @Override
  public Node apply(int line) {
    var number = new Label(Integer.toString(line + 1));
    number.getStyleClass().add("gutter-number");
    int digits = Math.max(3, Integer.toString(area.getParagraphs().size()).length());
    number.setMinWidth(digits * 8.0);
    number.setAlignment(Pos.CENTER_RIGHT);
    var row = new HBox(mark(line), number, bar(line));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("gutter");
    row.setViewOrder(-1);
    var problem = problems.get(line);
    if (problem != null) {
      boolean error = problem.severity() == Severity.ERROR;
      row.getStyleClass().add(error ? "line-error" : "line-warning");
    }
    return row;
  }

  private Node mark(int line) {
    var place = new StackPane();
    place.getStyleClass().add("gutter-mark");
    var problem = problems.get(line);
    if (problem != null) {
      boolean error = problem.severity() == Severity.ERROR;
      var icon = new FontIcon(error ? "ci-misuse" : "ci-warning-alt-filled");
      icon.getStyleClass().add(error ? "mark-error" : "mark-warning");
      place.getChildren().add(icon);
      place.setAccessibleText(problem.text());
      Tooltip.install(place, new Tooltip(problem.text()));
    }
    return place;
  }

  private Node bar(int line) {
    var bar = new Region();
    bar.getStyleClass().add("gutter-change");
    changes.stream()
        .filter(c -> covers(c, line))
        .findFirst()
        .ifPresent(
            c -> {
              bar.getStyleClass()
                  .add("change-" + c.kind().name().toLowerCase(java.util.Locale.ROOT));
              bar.setAccessibleText("line " + c.kind().name().toLowerCase(java.util.Locale.ROOT));
            });
    return bar;
  }

  private static boolean covers(LineChange change, int line) {
    return change.kind() == LineChange.Kind.DELETED
        ? change.from() == line
        : line >= change.from() && line < change.to();
  }
}
