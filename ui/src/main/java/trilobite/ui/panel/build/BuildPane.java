// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.console.LineRing;
import trilobite.ui.console.ConsoleFeed;
import trilobite.ui.console.FollowChip;
import trilobite.ui.console.LineView;
import trilobite.ui.console.Selecting;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.panel.Session;

/// The Build panel's nodes. JavaFX thread.
final class BuildPane extends BorderPane {
  private final Session session;
  private final BuildTimes times;
  private final ToggleButton showOutput = new ToggleButton("Output");
  private final ToggleButton showTimes = new ToggleButton("Times");
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label note = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button action = new Button();
  private final Button machine;
  private final BuildProblems problems;
  private final HBox bar;
  private final AnswerBar answer = new AnswerBar();
  private final LineRing none = new LineRing();
  // Before the lines, which ask for them as soon as they are made.
  private Optional<BuildLog> log = Optional.empty();
  private Optional<ConsoleFeed> feed = Optional.empty();
  private Optional<BuildResult.Outcome> marked = Optional.empty();
  private final LineView lines = new LineView(this::shown);

  /// @param times of single files
  /// @param showMachine opens the machine check, which says what to install
  BuildPane(Session session, BuildTimes times, Runnable showMachine) {
    this.session = session;
    this.times = times;
    this.machine = Hint.action("ci-settings-adjust", "Show machine", showMachine);
    this.problems = new BuildProblems(session);
    getStyleClass().addAll("tri-panel", "build");
    getStylesheets()
        .add(
            Objects.requireNonNull(BuildPane.class.getResource("build.css"), "build.css")
                .toExternalForm());
    title.getStyleClass().add("build-title");
    detail.getStyleClass().add("build-detail");
    note.getStyleClass().add("build-note");
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText("Build progress");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    bar = new HBox(8, title, progress, detail, space, machine, faces(), action);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("build-bar");
    setTop(new VBox(bar, note, problems, answer));
    lines.add(new Selecting());
    lines.add(new FollowChip());
    lines.follow(true);
    lines.setAccessibleText("Build output");
    refresh();
  }

  /// What the middle shows: the tool's output, or the times of single files.
  private HBox faces() {
    showOutput.setSelected(true);
    showTimes.setId("build-times");
    showOutput.setOnAction(_ -> face(false));
    showTimes.setOnAction(_ -> face(true));
    var faces = new HBox(showOutput, showTimes);
    faces.getStyleClass().add("tri-segment");
    faces.setMinWidth(USE_PREF_SIZE);
    faces.setMaxHeight(USE_PREF_SIZE);
    return faces;
  }

  private void face(boolean ofTimes) {
    showOutput.setSelected(!ofTimes);
    showTimes.setSelected(ofTimes);
    if (ofTimes) {
      times.read();
    }
    refresh();
  }

  private LineRing shown() {
    return feed.map(ConsoleFeed::shown).orElse(none);
  }

  void told(BuildEvent event) {
    switch (event) {
      case BuildEvent.Started started -> begin(String.join(" ", started.command()));
      case BuildEvent.Output output -> {
        answer.done();
        log.ifPresent(l -> l.append(output.text()));
      }
      case BuildEvent.Asked asked -> answer.ask(asked);
      case BuildEvent.Progress _, BuildEvent.Found _ -> {}
    }
  }

  /// Another project is open, of which no output was heard yet.
  void another() {
    forget();
    log = Optional.empty();
    times.read();
    refresh();
  }

  private void begin(String command) {
    forget();
    var fresh = new BuildLog();
    fresh.append("$ " + command + "\n");
    log = Optional.of(fresh);
    feed = Optional.of(new ConsoleFeed(fresh));
    lines.follow(true);
  }

  /// Brings header and middle up to date.
  void refresh() {
    var build = session.build().get();
    title.setText(BuildWords.title(build));
    detail.setText(BuildWords.detail(build));
    shown(progress, build.running());
    progress.setProgress(BuildWords.fraction(build));
    note.setText(BuildWords.note(build).orElse(""));
    shown(note, !note.getText().isEmpty());
    action.setText(build.running() ? "Cancel" : "Build again");
    mark(build.running() ? Optional.empty() : build.result().map(BuildResult::outcome));
    action.setOnAction(_ -> act(build.running()));
    boolean never = !build.running() && build.result().isEmpty() && log.isEmpty();
    shown(action, !never);
    shown(bar, !never);
    shown(machine, BuildWords.lacksTools(build));
    problems.show(
        build.running()
            ? List.of()
            : build.result().map(BuildResult::diagnostics).orElse(List.of()));
    middle(never);
    if (!build.running()) {
      answer.done();
      log.ifPresent(BuildLog::over);
    }
  }

  private void middle(boolean never) {
    if (never) {
      setCenter(
          Hint.empty(
              "ci-tools",
              "Never built in this window",
              "What the toolchain says will appear here.",
              Hint.action("ci-tools", "Build", session::startBuild)));
    } else if (showTimes.isSelected()) {
      setCenter(times);
    } else if (log.isPresent() || BuildWords.lacksTools(session.build().get())) {
      setCenter(lines);
    } else {
      setCenter(
          Hint.empty(
              "ci-tools",
              "No output of this build",
              "Of a build before this window only the result is kept. The next one's output appears"
                  + " here."));
    }
  }

  /// Icons only where the outcome is another: a build under way asks many times a second.
  private void mark(Optional<BuildResult.Outcome> outcome) {
    if (!outcome.equals(marked)) {
      marked = outcome;
      if (showTimes.isSelected()) {
        times.read();
      }
      title.setGraphic(outcome.map(BuildPane::icon).orElse(null));
      action.setGraphic(outcome.isPresent() ? Icons.of("ci-restart") : null);
    }
  }

  private static Node icon(BuildResult.Outcome outcome) {
    return switch (outcome) {
      case DONE -> Icons.of("ci-checkmark-filled", "tri-ok");
      case FAILED -> Icons.of("ci-misuse", "tri-bad");
      case CANCELLED -> Icons.of("ci-information", "tri-muted");
      case UNAVAILABLE -> Icons.of("ci-warning-alt-filled", "tri-warn");
    };
  }

  private void act(boolean running) {
    if (running) {
      session.cancelBuild();
    } else {
      session.startBuild();
    }
  }

  private static void shown(Node node, boolean now) {
    node.setVisible(now);
    node.setManaged(now);
  }

  void focus() {
    if (showTimes.isSelected()) {
      times.focusMain();
    } else {
      lines.requestFocus();
    }
  }

  void close() {
    times.close();
    forget();
  }

  private void forget() {
    feed.ifPresent(ConsoleFeed::close);
    feed = Optional.empty();
  }
}
