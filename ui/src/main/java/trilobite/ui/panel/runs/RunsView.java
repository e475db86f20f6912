// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.runs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Skeleton;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Toast;

/// The list of runs, newest first. A click or Enter shows a run's graphs and console.
final class RunsView extends VBox implements RunCell.Actions {

  private static final long LOOK_AGAIN_MILLIS = 10_000;

  /// States in which a run is not in the history yet.
  private static final Set<RunState> BEFORE = EnumSet.of(RunState.BUILDING, RunState.STARTING);

  private final Desk desk;
  private final Supplier<Instant> clock;
  private final RunsModel model = new RunsModel();
  private final ZoneId zone = ZoneId.systemDefault();
  private final ListView<RunRow> list = new ListView<>();
  private final TextField filter = new TextField();
  private final Label usage = new Label();
  private final StackPane middle = new StackPane();
  private final ChangeListener<Optional<RunStatus>> statusChanged =
      (_, before, now) -> statusChanged(before, now);
  private Optional<Subscription> pull = Optional.empty();

  RunsView(Desk desk, Supplier<Instant> clock) {
    this.desk = desk;
    this.clock = clock;
    getStyleClass().addAll("tri-chrome", "runs");
    getStylesheets()
        .add(Objects.requireNonNull(RunsView.class.getResource("runs.css")).toExternalForm());
    var name = new Label("Runs");
    name.getStyleClass().add("tri-name");
    var header = new HBox(name);
    header.getStyleClass().add("tri-header");
    filter.setPromptText("Filter: crashed, #17, !stopped");
    filter.setAccessibleText("Filter runs");
    filter.textProperty().addListener((_, _, text) -> filtered(text));
    var bar = new HBox(filter);
    HBox.setHgrow(filter, Priority.ALWAYS);
    bar.getStyleClass().add("runs-bar");
    usage.getStyleClass().addAll("tri-small", "tri-muted", "runs-usage");
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(header, bar, middle, usage);
    buildList();
    desk.session().status().addListener(statusChanged);
    refresh();
    shown(true);
  }

  private void buildList() {
    list.setCellFactory(_ -> new RunCell(this));
    list.setAccessibleText("Runs, newest first");
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            showSelected();
          }
        });
  }

  private void key(KeyEvent event) {
    var row = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    switch (event.getCode()) {
      case ENTER -> row.filter(RunRow::asking).ifPresentOrElse(this::confirmed, this::showSelected);
      case DELETE ->
          row.filter(RunRow::finished).ifPresent(one -> ask(Optional.of(one.run().id())));
      case ESCAPE -> ask(Optional.empty());
      case F4 -> row.ifPresent(one -> details(one.run().id()));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void confirmed(RunRow row) {
    delete(row.run().id());
  }

  private void showSelected() {
    var row = list.getSelectionModel().getSelectedItem();
    if (row != null && !row.asking()) {
      desk.session().show(row.run().id());
    }
  }

  /// Looks again from time to time while it can be seen: other programs start runs too.
  void shown(boolean visible) {
    pull.ifPresent(Subscription::close);
    pull = visible ? Optional.of(Fx.pull(LOOK_AGAIN_MILLIS, this::load)) : Optional.empty();
  }

  private void load() {
    desk.background(
        new Job<>("Read the history", _ -> RunsModel.read(desk.workbench().history())),
        read -> {
          model.done(read);
          refresh();
        },
        error -> {
          model.failed(String.valueOf(error.getMessage()));
          refresh();
        });
  }

  private void statusChanged(Optional<RunStatus> before, Optional<RunStatus> now) {
    refresh();
    boolean moved =
        !before.map(RunStatus::id).equals(now.map(RunStatus::id))
            || !before.map(RunStatus::state).equals(now.map(RunStatus::state));
    // A run is written down once it runs; until then its guest has better use for the processor.
    if (moved && now.map(RunStatus::state).filter(BEFORE::contains).isEmpty()) {
      load();
    }
  }

  private void filtered(String text) {
    model.filter(text);
    refresh();
  }

  private void refresh() {
    var rows = model.rows(desk.session().status().get(), clock.get(), zone);
    if (!rows.equals(list.getItems())) {
      var selected =
          Optional.ofNullable(list.getSelectionModel().getSelectedItem())
              .map(row -> row.run().id());
      list.getItems().setAll(rows);
      selected.ifPresent(this::select);
    }
    usage.setText(model.usage());
    if (model.loading()) {
      middle.getChildren().setAll(new Skeleton(4));
    } else if (model.failure().isPresent()) {
      middle.getChildren().setAll(broken(model.failure().get()));
    } else if (model.empty()) {
      middle.getChildren().setAll(none());
    } else if (!middle.getChildren().equals(List.of(list))) {
      // Put in anew, the list would lose its cells and the focus at each look into the history.
      middle.getChildren().setAll(list);
    }
  }

  private void select(RunId id) {
    for (var row : list.getItems()) {
      if (row.run().id().equals(id)) {
        list.getSelectionModel().select(row);
      }
    }
  }

  private Hint none() {
    return Hint.empty(
        "ci-recently-viewed",
        "No runs yet",
        "Each run stays here with its graphs, console, command line and result.",
        Hint.action("ci-play-filled-alt", "Run", desk.session()::startRun));
  }

  private Hint broken(String why) {
    return Hint.error(
        "Cannot read the history",
        why + ". Running guests are not affected.",
        Hint.action("ci-restart", "Try again", this::load));
  }

  @Override
  public void ask(Optional<RunId> run) {
    model.ask(run);
    refresh();
    run.ifPresent(this::select);
    list.requestFocus();
  }

  @Override
  public void delete(RunId run) {
    model.ask(Optional.empty());
    desk.background(
        new Job<>(
            "Delete run " + run,
            _ -> {
              desk.workbench().history().delete(run);
              return run;
            }),
        _ -> load(),
        error -> {
          refresh();
          desk.toast(
              Toast.error("Run " + run + " was not deleted", String.valueOf(error.getMessage())));
        });
  }

  @Override
  public void details(RunId run) {
    RunDetails.open(run, desk);
  }

  void focusList() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  void close() {
    shown(false);
    desk.session().status().removeListener(statusChanged);
  }
}
