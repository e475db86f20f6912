// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.welcome;

import java.util.List;
import trilobite.model.build.BuildResult;
import trilobite.model.run.RunStatus;
import trilobite.ui.panel.Session;
import trilobite.ui.panel.ShownRun;

/// The first steps with a project, and which of them are done.
///
/// @param command the command that does it, empty where a person does
record Steps(String title, String text, String command, boolean done) {

  static List<Steps> of(Session session) {
    boolean built =
        session
            .build()
            .get()
            .result()
            .filter(result -> result.outcome() == BuildResult.Outcome.DONE)
            .isPresent();
    boolean ran = session.status().get().flatMap(RunStatus::clock).isPresent();
    boolean answered =
        session.run().get().flatMap(ShownRun::live).isPresent()
            && session
                .status()
                .get()
                .map(RunStatus::ready)
                .filter(one -> one.isPresent())
                .isPresent();
    return List.of(
        new Steps(
            "Build it",
            "The compiler's output streams below; image and symbols appear in the tree.",
            "build.start",
            built),
        new Steps(
            "Run it",
            "The console types the guest's own boot messages, and the graphs begin to move.",
            "guest.run",
            ran),
        new Steps(
            "Talk to it",
            answered
                ? "Type help into the console, or open " + address(session) + " in a browser."
                : "Type help into the console, or send it HTTP requests.",
            "view.console",
            false),
        new Steps(
            "Change it",
            "Set the memory to 16 MiB in the configuration and see the QEMU command follow.",
            "view.config",
            false));
  }

  private static String address(Session session) {
    return session
        .status()
        .get()
        .flatMap(status -> status.forwards().stream().findFirst())
        .map(forward -> "http://" + forward.host() + ":" + forward.hostPort())
        .orElse("its port");
  }
}
