// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.welcome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.machine.MachineCheck;
import trilobite.model.machine.MachineReport;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Pages;
import trilobite.ui.panel.Desk;

/// The nodes of the first page.
final class WelcomeView {

  private static final int MOST_RECENT = 6;

  private final Desk desk;
  private final VBox steps = new VBox();
  private final VBox recent = new VBox();
  private final GridPane machine = new GridPane();
  private final ScrollPane node;
  private List<Steps> shownSteps = List.of();
  private Optional<MachineReport> shownReport = Optional.empty();

  WelcomeView(Desk desk) {
    this.desk = desk;
    steps.getStyleClass().add("welcome-steps");
    recent.getStyleClass().add("welcome-recent");
    machine.getStyleClass().add("welcome-machine");
    var left = new VBox(Pages.section("First steps", steps));
    var right =
        new VBox(
            Pages.section("Projects", begin(), recent), Pages.section("This machine", machine));
    for (var column : List.of(left, right)) {
      column.getStyleClass().add("welcome-column");
      HBox.setHgrow(column, Priority.ALWAYS);
      column.setMinWidth(0);
    }
    var columns = new HBox(left, right);
    columns.getStyleClass().add("welcome-columns");
    node =
        Pages.page(
            WelcomeView.class,
            "/trilobite/ui/panel/welcome/welcome.css",
            "Welcome",
            Pages.text(
                "Trilobite builds a unikernel, boots it in QEMU and looks inside it from outside,"
                    + " while the guest itself stays as it is.",
                "tri-muted"),
            columns);
  }

  Node node() {
    return node;
  }

  void focus() {
    Optional.ofNullable(node.lookup(".welcome-act")).ifPresent(Node::requestFocus);
  }

  void steps(List<Steps> now) {
    if (now.equals(shownSteps)) {
      return;
    }
    shownSteps = now;
    var rows = new ArrayList<Node>();
    for (int i = 0; i < now.size(); i++) {
      rows.add(step(i + 1, now.get(i)));
    }
    steps.getChildren().setAll(rows);
  }

  private Node step(int number, Steps step) {
    var mark = new Label(step.done() ? "" : Integer.toString(number));
    mark.getStyleClass().add("welcome-number");
    if (step.done()) {
      mark.setGraphic(Icons.of("ci-checkmark-filled", "tri-ok"));
    }
    var title = new Label(step.title());
    title.getStyleClass().add("tri-strong");
    var words = new VBox(2, title, Pages.text(step.text(), "tri-muted"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(mark, words);
    row.getStyleClass().add("welcome-step");
    desk.commands()
        .find(step.command())
        .ifPresent(
            command -> {
              var act = new Button(command.title());
              act.getStyleClass().add("welcome-act");
              act.setMinWidth(Region.USE_PREF_SIZE);
              act.disableProperty().bind(Bindings.not(command.enabled()));
              act.setOnAction(_ -> command.run().run());
              row.getChildren().add(act);
            });
    return row;
  }

  /// In as many rows as the words need.
  private FlowPane begin() {
    var row = new FlowPane(8, 8);
    begin(row, "view.new-project", "ci-add", "New project…");
    begin(row, "project.open", "ci-folder", "Open a folder…");
    begin(row, "view.image", "ci-chip", "Open an image…");
    return row;
  }

  private void begin(FlowPane row, String command, String icon, String words) {
    desk.commands()
        .find(command)
        .ifPresent(found -> row.getChildren().add(Hint.action(icon, words, found.run())));
  }

  void recent(List<Path> folders) {
    recent.getChildren().setAll(folders.stream().limit(MOST_RECENT).map(this::recentLine).toList());
  }

  private Node recentLine(Path folder) {
    var link = new Hyperlink(String.valueOf(folder.getFileName()));
    link.setMnemonicParsing(false);
    link.setOnAction(_ -> desk.session().openProject(folder));
    link.setMinWidth(Region.USE_PREF_SIZE);
    var where = new Label(String.valueOf(folder.getParent()));
    where.getStyleClass().addAll("tri-subtle", "tri-small");
    return new HBox(8, link, where);
  }

  void machine(MachineReport report) {
    if (Optional.of(report).equals(shownReport)) {
      return;
    }
    shownReport = Optional.of(report);
    machine.getChildren().clear();
    int row = 0;
    for (var check : report.checks()) {
      var title = new Label(check.title());
      title.setMinWidth(Region.USE_PREF_SIZE);
      var value = Pages.text(check.value().isEmpty() ? check.detail() : check.value(), "tri-muted");
      machine.addRow(row++, sign(check.state()), title, value);
    }
  }

  private static Node sign(MachineCheck.State state) {
    return switch (state) {
      case OK -> Icons.of("ci-checkmark-filled", "tri-ok");
      case INFO -> Icons.of("ci-information");
      case WARNING -> Icons.of("ci-warning-alt-filled", "tri-warn");
      case MISSING -> Icons.of("ci-misuse", "tri-bad");
      case RUNNING -> Icons.of("ci-hourglass");
    };
  }
}
