// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.util.function.Consumer;
import trilobite.model.build.BuildResult;
import trilobite.ui.panel.OpenProject;

/// Build, Clean, Run and the menu of options: whatever starts something of the open project, once
/// that is trusted. JavaFX thread.
record TrustedWork(
    Host host,
    TrustGate trust,
    ProjectFlow projects,
    BuildFlow builds,
    OptionMenu menu,
    RunFlow runs) {

  void build() {
    build(_ -> {});
  }

  private void build(Consumer<BuildResult> then) {
    whenTrusted(
        "Build",
        open ->
            host.saveAll(
                () -> {
                  host.bring(WellKnown.BUILD);
                  builds.start(
                      open,
                      result -> {
                        if (runnable(result)) {
                          then.accept(result);
                        }
                      });
                }));
  }

  /// Without its toolchain a project may still have an image that came with it.
  private static boolean runnable(BuildResult result) {
    return switch (result.outcome()) {
      case DONE -> true;
      case UNAVAILABLE -> result.image().isPresent();
      case FAILED, CANCELLED -> false;
    };
  }

  void clean() {
    whenTrusted(
        "Clean",
        open -> {
          host.bring(WellKnown.BUILD);
          builds.clean(open);
        });
  }

  void openMenu() {
    whenTrusted("Choose options", menu::open);
  }

  void run() {
    projects
        .project()
        .get()
        .ifPresent(
            open -> {
              if (open.trusted()) {
                // The launch looks again: the content may have changed since.
                runs.launch(open, _ -> askThenRun(), _ -> buildThenRun());
              } else {
                askThenRun();
              }
            });
  }

  private void askThenRun() {
    whenTrusted("Run", open -> runs.launch(open, runs::tell, _ -> buildThenRun()));
  }

  /// An image that is still missing afterwards is told: it lies elsewhere than the project says.
  void buildThenRun() {
    build(_ -> whenTrusted("Run", runs::launch));
  }

  private void whenTrusted(String verb, Consumer<OpenProject> then) {
    projects
        .project()
        .get()
        .ifPresent(
            open ->
                trust.pass(
                    open.folder(),
                    verb,
                    () -> {
                      projects.trusted();
                      projects.project().get().ifPresent(then);
                    }));
  }
}
