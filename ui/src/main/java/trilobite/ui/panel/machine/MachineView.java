// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.machine;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import trilobite.model.job.Job;
import trilobite.model.machine.MachineReport;
import trilobite.model.time.HostClock;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Pages;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Toast;

/// The machine's checks as rows, each with what was found and, where something is to do, the
/// command for it.
final class MachineView {

  private final Desk desk;
  private final Supplier<Instant> clock;
  private final Label summary = Pages.text("", "tri-strong");
  private final Label accelerator = Pages.text("", "tri-muted");
  private final Label age = new Label();
  private final Button again;
  private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final VBox rows = new VBox();
  private final ScrollPane node;
  private Optional<MachineReport> shown = Optional.empty();
  private boolean checking;

  MachineView(Desk desk) {
    this(desk, HostClock::wall);
  }

  MachineView(Desk desk, Supplier<Instant> clock) {
    this.desk = desk;
    this.clock = clock;
    again = Hint.action("ci-restart", "Check again", this::check);
    again.setId("machine-again");
    age.getStyleClass().addAll("tri-small", "tri-muted");
    progress.getStyleClass().add("machine-progress");
    rows.getStyleClass().add("machine-rows");
    var bar = new HBox(again, age, progress);
    bar.getStyleClass().add("machine-bar");
    node =
        Pages.page(
            MachineView.class,
            "/trilobite/ui/panel/machine/machine.css",
            "This machine",
            summary,
            bar,
            Pages.section("Acceleration", accelerator),
            Pages.section("Checks", rows));
    refresh();
  }

  Node node() {
    return node;
  }

  /// Takes in what is known now; the report never blocks.
  void refresh() {
    var report = desk.workbench().machine().report();
    age.setText(checking ? "" : MachineModel.age(report, clock.get()));
    progress.setVisible(checking);
    if (shown.equals(Optional.of(report))) {
      return;
    }
    shown = Optional.of(report);
    summary.setText(MachineModel.summary(report));
    accelerator.setText(MachineModel.accelerator(report));
    rows.getChildren().setAll(MachineModel.ordered(report).stream().map(CheckRow::new).toList());
  }

  private void check() {
    checking = true;
    again.setDisable(true);
    refresh();
    desk.background(
        new Job<>("Check this machine", context -> desk.workbench().machine().check(context)),
        _ -> done(),
        error -> {
          done();
          desk.toast(
              Toast.error(
                  "The machine was not checked",
                  error.getMessage() + ". What was known before still stands."));
        });
  }

  private void done() {
    checking = false;
    again.setDisable(false);
    refresh();
  }

  void focusMain() {
    again.requestFocus();
  }
}
