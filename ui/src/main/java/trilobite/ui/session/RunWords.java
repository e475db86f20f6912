// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.check.Finding;
import trilobite.model.check.Fix;
import trilobite.model.check.Severity;
import trilobite.model.guest.ThreadKind;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchException.Reason;
import trilobite.model.project.ProjectEdit;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.ui.panel.Toast;

/// What the ends and failures of runs say to people, with the one thing to do.
final class RunWords {

  private final Host host;
  private final Runnable buildThenRun;
  private final Consumer<List<ProjectEdit>> mendThenRun;

  /// @param mendThenRun changes the project's file and starts the guest
  RunWords(Host host, Runnable buildThenRun, Consumer<List<ProjectEdit>> mendThenRun) {
    this.host = host;
    this.buildThenRun = buildThenRun;
    this.mendThenRun = mendThenRun;
  }

  static boolean untrusted(Throwable failure) {
    return cause(failure) instanceof LaunchException launch && launch.reason() == Reason.UNTRUSTED;
  }

  /// True where nothing but the image is missing, and a build makes it.
  static boolean unbuilt(Throwable failure) {
    return cause(failure) instanceof LaunchException launch && launch.unbuilt();
  }

  private static Throwable cause(Throwable failure) {
    return failure.getCause() instanceof LaunchException inner ? inner : failure;
  }

  Toast notStarted(Throwable failure) {
    var cause = cause(failure);
    var text = Words.of(cause);
    if (!(cause instanceof LaunchException launch)) {
      return Toast.error("The guest was not started", text);
    }
    if (imageMissing(launch)) {
      return new Toast(
          Severity.ERROR,
          "There is no image to boot",
          text,
          List.of(new Toast.Action("Build, then run", buildThenRun)));
    }
    // The machine's page names the QEMU that is used, and says what of it works.
    boolean machine = launch.reason() == Reason.MACHINE || launch.reason() == Reason.QEMU;
    var reveal = machine ? WellKnown.MACHINE : WellKnown.PROBLEMS;
    var label = machine ? "Show machine" : "Show problems";
    boolean helps = machine || launch.reason() == Reason.INVALID;
    var actions = new ArrayList<Toast.Action>();
    cure(launch).ifPresent(actions::add);
    if (helps) {
      actions.add(new Toast.Action(label, () -> host.reveal(reveal)));
    }
    return new Toast(Severity.ERROR, "The guest was not started", text, actions);
  }

  /// Where one thing alone stands in the way, its first cure by the project's file.
  private Optional<Toast.Action> cure(LaunchException launch) {
    var errors = launch.errors();
    return errors.size() == 1
        ? errors.getFirst().fixes().stream()
            .filter(fix -> fix.action() == Fix.Action.EDIT)
            .findFirst()
            .map(
                fix ->
                    new Toast.Action(
                        fix.label() + ", then run", () -> mendThenRun.accept(fix.edits())))
        : Optional.empty();
  }

  /// Only ends that nobody asked for are worth a message.
  Optional<Toast> ended(RunStatus status) {
    return status
        .verdict()
        .filter(verdict -> !verdict.fine())
        .map(
            verdict ->
                new Toast(
                    Severity.ERROR,
                    status.project() + " " + status.id() + ": " + Words.of(verdict),
                    status.why(),
                    actions(verdict)));
  }

  /// Of a guest that came to grief the stack was kept on which it lies.
  private List<Toast.Action> actions(Verdict verdict) {
    var console = new Toast.Action("Show console", () -> host.reveal(WellKnown.CONSOLE));
    var stack =
        new Toast.Action(
            "Show its stack",
            () -> host.reveal(WellKnown.THREADS, "state:" + ThreadKind.RUNNING.word()));
    return verdict == Verdict.CRASHED || verdict == Verdict.HUNG
        ? List.of(console, stack)
        : List.of(console);
  }

  private static boolean imageMissing(LaunchException launch) {
    return launch.findings().stream()
        .map(Finding::field)
        .flatMap(Optional::stream)
        .anyMatch(field -> field.keys().getLast().equals("kernel"));
  }
}
