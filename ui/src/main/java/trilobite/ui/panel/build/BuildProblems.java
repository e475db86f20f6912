// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.ui.control.Icons;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session;

/// The problems of a build, each with the way to its line. The first ones; Problems has them all.
final class BuildProblems extends ScrollPane {

  private static final int MOST = 50;

  private final Session session;
  private final VBox lines = new VBox();
  private List<Diagnostic> shown = List.of();

  BuildProblems(Session session) {
    this.session = session;
    getStyleClass().add("build-problems");
    lines.getStyleClass().add("build-problem-lines");
    setContent(lines);
    setFitToWidth(true);
    setFocusTraversable(false);
    show(List.of());
  }

  void show(List<Diagnostic> problems) {
    setVisible(!problems.isEmpty());
    setManaged(!problems.isEmpty());
    if (!problems.equals(shown)) {
      shown = List.copyOf(problems);
      lines.getChildren().setAll(shown.stream().limit(MOST).map(this::line).toList());
    }
  }

  private Node line(Diagnostic problem) {
    var icon =
        problem.severity() == Severity.ERROR
            ? Icons.of("ci-misuse", "tri-bad", "tri-small")
            : Icons.of("ci-warning-alt-filled", "tri-warn", "tri-small");
    var message = new Label(problem.message().lines().findFirst().orElse(""));
    message.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var row = new HBox(8, icon, message, space);
    problem.file().ifPresent(file -> row.getChildren().add(link(file, problem)));
    row.getStyleClass().add("build-problem");
    return row;
  }

  private Node link(Path file, Diagnostic problem) {
    var place = problem.place().map(at -> ":" + at.line() + ":" + at.column()).orElse("");
    var link = new Hyperlink(shorter(file) + place);
    link.setMinWidth(Region.USE_PREF_SIZE);
    link.setOnAction(_ -> session.openFile(file, problem.place()));
    return link;
  }

  private String shorter(Path file) {
    return session
        .project()
        .get()
        .map(OpenProject::folder)
        .filter(file::startsWith)
        .or(Optional::empty)
        .map(folder -> folder.relativize(file).toString())
        .orElse(file.toString());
  }
}
