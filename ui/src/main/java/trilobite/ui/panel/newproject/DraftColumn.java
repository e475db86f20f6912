// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import trilobite.model.job.Job;
import trilobite.model.project.FieldPath;
import trilobite.ui.launch.ChecksPane;
import trilobite.ui.launch.CommandPane;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Toast;

/// The command line that the project would run by, beside the form that makes it.
final class DraftColumn extends SplitPane {

  /// Where a project without a usable name or place is thought to lie.
  private static final String UNNAMED = "project";

  private final Desk desk;
  private final CommandPane command = new CommandPane(_ -> {});
  private final ChecksPane checks = new ChecksPane();
  private Optional<Draft.Wish> wished = Optional.empty();
  private Optional<Draft> shown = Optional.empty();
  private String lit = "";

  DraftColumn(Desk desk) {
    this.desk = desk;
    setOrientation(Orientation.VERTICAL);
    getItems().addAll(command, checks);
    setDividerPositions(0.68);
    getStyleClass().add("new-draft");
    getStylesheets()
        .add(
            Objects.requireNonNull(DraftColumn.class.getResource("newproject.css"))
                .toExternalForm());
    checks.show(Optional.empty(), desk.workbench().machine().report().accelerator(), List.of());
  }

  /// Composes it anew, unless nothing has changed. What cannot be understood leaves the last one.
  ///
  /// @param home of whom it would belong to
  void show(NewProjectModel model, Path home) {
    var wish =
        model
            .template()
            .filter(_ -> model.machine().problem().isEmpty())
            .map(
                template ->
                    new Draft.Wish(
                        model.folder().orElse(home.resolve(UNNAMED)),
                        template,
                        model.badName() ? UNNAMED : model.name(),
                        model.machine()));
    if (wish.isEmpty() || wish.equals(wished)) {
      return;
    }
    wished = wish;
    desk.background(
        new Job<>("Compose the command line", _ -> Draft.of(desk.workbench(), wish.orElseThrow())),
        draft -> {
          if (wish.equals(wished)) {
            draft.ifPresent(this::show);
          }
        },
        error -> desk.toast(Toast.error("No command line", String.valueOf(error.getMessage()))));
  }

  private void show(Draft draft) {
    shown = Optional.of(draft);
    command.show(draft.command());
    checks.show(
        Optional.of(draft.host()),
        desk.workbench().machine().report().accelerator(),
        draft.findings());
    if (!lit.isEmpty()) {
      light(lit);
    }
  }

  /// Lights up the arguments of a field of the target, such as `memory`; of none where it is empty.
  void light(String field) {
    lit = field;
    shown.ifPresent(
        draft ->
            command.light(
                lit.isEmpty() ? Set.of() : Set.of(FieldPath.target(draft.target(), lit))));
  }
}
