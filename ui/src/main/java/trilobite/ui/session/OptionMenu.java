// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import trilobite.model.job.Job;
import trilobite.model.port.Builds;
import trilobite.model.port.Workspace;
import trilobite.model.project.Project;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Toast;

/// The toolchain's own menu of options, where it has one.
final class OptionMenu {

  private final Builds builds;
  private final Workspace workspace;
  private final Host host;
  private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper();
  private String toolchain = "";

  /// @param project the open one
  OptionMenu(
      Builds builds,
      Workspace workspace,
      Host host,
      ObservableValue<Optional<OpenProject>> project) {
    this.builds = builds;
    this.workspace = workspace;
    this.host = host;
    project.addListener((_, _, now) -> look(now));
  }

  /// False also until that is known.
  ReadOnlyBooleanProperty there() {
    return there.getReadOnlyProperty();
  }

  private void look(Optional<OpenProject> project) {
    var name = project.flatMap(open -> open.parsed().project()).map(Project::toolchain).orElse("");
    if (name.equals(toolchain)) {
      return;
    }
    toolchain = name;
    there.set(false);
    host.background(
        new Job<>("Read the toolchain", _ -> builds.hasMenu(name)),
        has -> {
          if (name.equals(toolchain)) {
            there.set(has);
          }
        },
        _ -> {
          // Then there is none that could be opened.
        });
  }

  /// Opens it in a terminal of the user's.
  void open(OpenProject project) {
    host.background(
        new Job<>(
            "Choose options of " + BuildFlow.name(project),
            _ -> {
              var command =
                  builds
                      .menu(project.folder(), project.target())
                      .orElseThrow(() -> new IOException("This toolchain has no menu of options."));
              workspace.openTerminal(project.folder(), command);
              return command;
            }),
        command ->
            host.toast(
                Toast.info(
                    "Options are chosen in your terminal",
                    String.join(" ", command) + " runs there; build again afterwards.")),
        failure -> host.toast(Toast.error("No menu of options", Words.of(failure))));
  }
}
