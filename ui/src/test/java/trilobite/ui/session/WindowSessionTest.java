// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult.Outcome;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Finding;
import trilobite.model.check.Fix;
import trilobite.model.check.Severity;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchRequest;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session.TimeRange;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.FakeWorkbench;
import trilobite.ui.testing.Samples;

final class WindowSessionTest {

  private final FakeWorkbench bench = new FakeWorkbench();
  private final FakeHost host = new FakeHost();
  private final WindowSession session = new WindowSession(bench, host);

  @BeforeEach
  void open() {
    session.openProject(Samples.FOLDER);
  }

  private RunState state() {
    return session.status().get().orElseThrow().state();
  }

  private String lastToast() {
    return host.toasts.getLast().title();
  }

  @Test
  void aProjectOpensOnItsFirstTargetAndRemembersAnother() {
    assertThat(session.project().get().map(OpenProject::target)).hasValue("default");
    session.chooseTarget("small");
    session.openProject(Samples.FOLDER);
    assertThat(session.project().get().map(OpenProject::target)).hasValue("small");
  }

  @Test
  void anotherProjectWaitsUntilTheOpenFilesMayGo() {
    var other = Path.of("/work/other");
    bench.projects().put(other, Samples.TEXT);
    host.leaves = false;
    session.openProject(other);
    assertThat(session.project().get().map(OpenProject::folder)).hasValue(Samples.FOLDER);
    session.openProject(Samples.FOLDER);
    host.leaves = true;
    session.openProject(other);
    assertThat(session.project().get().map(OpenProject::folder)).hasValue(other);
  }

  @Test
  void aFolderWithoutAProjectSaysSoAndKeepsTheOpenOne() {
    session.openProject(Path.of("/nowhere"));
    assertThat(lastToast()).isEqualTo("Cannot open nowhere");
    assertThat(session.project().get().map(OpenProject::folder)).hasValue(Samples.FOLDER);
  }

  @Test
  void saysOnceWhereChangesAreNoLongerTold() {
    session.tick();
    assertThat(host.toasts).isEmpty();
    bench.workspace().slower("There is no room for more watches.");
    session.tick();
    session.tick();
    assertThat(host.toasts)
        .extracting(Toast::text)
        .containsExactly("There is no room for more watches.");
    session.openProject(Samples.FOLDER);
    assertThat(host.toasts).as("another opening").hasSize(2);
  }

  @Test
  void runBootsTheChosenTargetAndShowsIt() {
    session.startRun();
    assertThat(bench.guests().requests()).hasSize(1);
    assertThat(bench.guests().requests().getFirst().trust()).isFalse();
    assertThat(state()).isEqualTo(RunState.RUNNING);
    assertThat(session.run().get()).containsInstanceOf(ShownRun.Live.class);
    assertThat(host.revealed).contains("console");
  }

  @Test
  void aSecondRunDoesNothingWhileOneIsAlive() {
    session.startRun();
    session.startRun();
    assertThat(bench.guests().requests()).hasSize(1);
  }

  @Test
  @Tag("bad:hostile-build")
  void aProjectFromElsewhereAsksFirstAndGoesOnAfterwards() {
    bench.projects().distrust(Samples.FOLDER, "Build runs: rm -rf ~");
    // It was trusted when it was opened, and changed since: the launch itself finds that out.
    bench
        .guests()
        .failWith(new LaunchException(LaunchException.Reason.UNTRUSTED, "not yet", List.of()));
    session.startRun();
    var asked = session.trust().asked().get().orElseThrow();
    assertThat(asked.question().asks()).containsExactly("Build runs: rm -rf ~");
    assertThat(bench.guests().requests()).noneMatch(LaunchRequest::trust);
    bench.guests().work();
    session.trust().accept();
    assertThat(bench.guests().count()).isEqualTo(1);
    assertThat(session.trust().asked().get()).isEmpty();
  }

  @Test
  void aNoRunsNothing() {
    bench.projects().distrust(Samples.FOLDER, "Build runs: rm -rf ~");
    session.startBuild();
    session.trust().decline();
    assertThat(session.trust().asked().get()).isEmpty();
    assertThat(session.build().get().result()).isEmpty();
    assertThat(session.build().get().running()).isFalse();
  }

  @Test
  void pauseResumeStopAndRestartReachTheGuest() {
    session.startRun();
    session.pauseOrResume();
    assertThat(state()).isEqualTo(RunState.PAUSED);
    session.pauseOrResume();
    assertThat(state()).isEqualTo(RunState.RUNNING);
    session.restart();
    assertThat(bench.guests().count()).isEqualTo(2);
    assertThat(state()).isEqualTo(RunState.RUNNING);
    session.stop();
    assertThat(state()).isEqualTo(RunState.ENDED);
    assertThat(host.toasts).isEmpty();
  }

  @Test
  void aGuestThatCrashesTellsItOnce() {
    session.startRun();
    bench.guests().newest().end(Verdict.CRASHED, "Page fault at 0x0");
    session.tick();
    session.tick();
    assertThat(host.toasts).hasSize(1);
    assertThat(lastToast()).isEqualTo("tidepool #19: Crashed");
    host.toasts.getLast().actions().forEach(action -> action.run().run());
    assertThat(host.revealed).endsWith("console", "threads state:running");
  }

  @Test
  void aCommandThatFailsSaysWhyAndCanBeTriedAgain() {
    session.startRun();
    bench.guests().newest().refuse("The owner of this guest does not answer.");
    session.stop();
    assertThat(host.toasts.getLast().text()).isEqualTo("The owner of this guest does not answer.");
    assertThat(session.stopping()).isFalse();
    assertThat(state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void whereABuildMakesTheMissingImageRunBuildsFirst() {
    var field = FieldPath.target("default", "kernel");
    var build = new Fix("Build", Fix.Action.BUILD, List.of());
    refuse(
        new Finding(
            Severity.ERROR, Optional.of(field), Optional.empty(), "not there", List.of(build)));
    session.startRun();
    assertThat(session.build().get().result()).isPresent();
    // What is still missing afterwards is told, not built again.
    assertThat(lastToast()).isEqualTo("There is no image to boot");
    bench.guests().work();
    session.startRun();
    assertThat(state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void withoutAnImageABuildIsOfferedAndThenItRuns() {
    var missing =
        new Finding(
            Severity.ERROR,
            Optional.of(FieldPath.target("default", "kernel")),
            Optional.empty(),
            "build/tidepool.elf does not exist",
            List.of());
    bench
        .guests()
        .failWith(
            new LaunchException(
                LaunchException.Reason.INVALID, "There is nothing to boot.", List.of(missing)));
    session.startRun();
    assertThat(lastToast()).isEqualTo("There is no image to boot");
    bench.guests().work();
    host.toasts.getLast().actions().getFirst().run().run();
    assertThat(session.build().get().result()).isPresent();
    assertThat(state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void whatOneChangeMendsIsMendedAndRunByOneClick() {
    var forward = FieldPath.target("default", "network", "forward");
    var edits = List.<ProjectEdit>of(new ProjectEdit.Set(forward, List.of("8081:80")));
    refuse(finding(new Fix("Use 8081", edits)));
    session.startRun();
    var actions = host.toasts.getLast().actions();
    assertThat(actions)
        .extracting(Toast.Action::label)
        .containsExactly("Use 8081, then run", "Show problems");
    bench.guests().work();
    actions.getFirst().run().run();
    assertThat(bench.format().edits()).isEqualTo(edits);
    assertThat(state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  @Tag("bad:qmp-garbage")
  void aQemuThatDoesNotStartTheGuestIsLookedAtOnTheMachinesPage() {
    bench.guests().failWith(new LaunchException(LaunchException.Reason.QEMU, "no QMP", List.of()));
    session.startRun();
    host.toasts.getLast().actions().getFirst().run().run();
    assertThat(host.revealed).contains("machine");
  }

  @Test
  void twoThingsInTheWayAreForTheForm() {
    refuse(finding(new Fix("Use 8081", List.of())), finding(new Fix("Use 16M", List.of())));
    session.startRun();
    assertThat(host.toasts.getLast().actions())
        .extracting(Toast.Action::label)
        .containsExactly("Show problems");
  }

  private void refuse(Finding... findings) {
    bench
        .guests()
        .failWith(
            new LaunchException(
                LaunchException.Reason.INVALID, "It cannot run so.", List.of(findings)));
  }

  private static Finding finding(Fix cure) {
    var field = FieldPath.target("default", "network", "forward");
    return new Finding(
        Severity.ERROR, Optional.of(field), Optional.empty(), "8080 is in use", List.of(cure));
  }

  @Test
  void stoppingALaunchEndsIt() {
    host.hold("Start tidepool");
    session.startRun();
    assertThat(session.starting()).isTrue();
    session.stop();
    session.tick();
    assertThat(session.starting()).isFalse();
    host.release();
    assertThat(bench.guests().requests()).isEmpty();
  }

  @Test
  void aLaunchThatFailsEndsStarting() {
    bench
        .guests()
        .failWith(new LaunchException(LaunchException.Reason.CANCELLED, "cancelled", List.of()));
    session.startRun();
    assertThat(session.starting()).isFalse();
    assertThat(session.status().get()).isEmpty();
  }

  @Test
  void aBuildTellsItsEventsProblemsAndEnd() {
    var problem =
        new Diagnostic(
            Severity.ERROR,
            Optional.of(Path.of("src/http.c")),
            Optional.empty(),
            "undeclared",
            List.of());
    bench
        .builds()
        .play(
            List.of(
                new BuildEvent.Output("CC http.c\n"),
                new BuildEvent.Progress(1, 4, false, "http.c"),
                new BuildEvent.Found(problem)),
            Outcome.FAILED);
    var heard = new ArrayList<BuildEvent>();
    try (var early = session.followBuild(heard::add)) {
      session.startBuild();
      assertThat(early).isNotNull();
    }
    assertThat(heard).hasSize(3);
    assertThat(session.problems()).containsExactly(problem);
    assertThat(session.build().get().running()).isFalse();
    assertThat(lastToast()).isEqualTo("Build failed: 1 error");
    var late = new ArrayList<BuildEvent>();
    try (var subscription = session.followBuild(late::add)) {
      assertThat(late).isEqualTo(heard);
      assertThat(subscription).isNotNull();
    }
  }

  @Test
  void whatABuildSaysAfterAnotherProjectWasOpenedIsOfNoInterest() {
    var other = Path.of("/work/other");
    bench.projects().put(other, Samples.TEXT);
    host.hold("Build ");
    session.startBuild();
    session.openProject(other);
    var heard = new ArrayList<BuildEvent>();
    try (var _ = session.followBuild(heard::add)) {
      host.late = true;
      host.release();
      session.tick();
    }
    assertThat(heard).isEmpty();
    assertThat(session.build().get().result()).isEmpty();
    assertThat(session.build().get().running()).isFalse();
    assertThat(host.toasts).extracting(Toast::title).doesNotContain("Build done");
  }

  @Test
  void theMenuOfOptionsIsThereWhereTheToolchainHasOne() {
    assertThat(session.menu().get()).as("tide").isFalse();
    bench.format().parseBy(Samples::parsed);
    session.edited("unikraft");
    assertThat(session.menu().get()).as("unikraft").isTrue();
    session.edited("make");
    assertThat(session.menu().get()).as("make").isFalse();
  }

  @Test
  void filesThatCannotBeSavedHoldTheBuildBack() {
    host.saves = false;
    session.startBuild();
    assertThat(session.build().get().result()).isEmpty();
  }

  @Test
  void problemsOfTheProjectFileStandBesideThoseOfTheBuild() {
    var finding =
        new Finding(Severity.WARNING, Optional.empty(), Optional.empty(), "unknown key", List.of());
    bench
        .format()
        .parseBy(
            text ->
                new trilobite.model.check.ParsedProject(
                    text, Optional.of(Samples.project()), List.of(finding), java.util.Map.of()));
    session.edited("[project]\nnonsense = 1\n");
    assertThat(session.problems())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.message()).isEqualTo("unknown key");
              assertThat(one.file()).hasValue(Samples.FOLDER.resolve("trilobite.toml"));
            });
  }

  @Test
  void aChangeOnDiskIsTakenUnlessTheTextIsBeingEdited() {
    var theirs = Samples.TEXT + "# by somebody else\n";
    bench.projects().put(Samples.FOLDER, theirs);
    bench.workspace().changed();
    session.tick();
    assertThat(session.project().get().orElseThrow().parsed().text()).isEqualTo(theirs);

    session.edited(Samples.TEXT + "# mine\n");
    bench.projects().put(Samples.FOLDER, Samples.TEXT);
    bench.workspace().changed();
    session.tick();
    assertThat(session.project().get().orElseThrow().parsed().text()).endsWith("# mine\n");
  }

  @Test
  @Tag("bad:folder-deleted")
  void aProjectThatVanishesIsToldOnce() {
    bench.projects().remove(Samples.FOLDER);
    bench.workspace().changed();
    session.tick();
    bench.workspace().changed();
    session.tick();
    assertThat(host.toasts.stream().map(Toast::title)).containsExactly("The project file is gone");
    assertThat(session.project().get()).isPresent();
  }

  @Test
  void aGuestOfAnotherOwnerIsAttachedOnOpening() {
    bench.guests().add(new FakeGuest(7, RunState.RUNNING));
    bench.history().add(Samples.record(7, Verdict.STOPPED, ""));
    session.openProject(Samples.FOLDER);
    assertThat(session.status().get().orElseThrow().id()).isEqualTo(new RunId(7));
    assertThat(lastToast()).isEqualTo("Attached to run #7");
  }

  @Test
  @Tag("bad:two-windows")
  void aGuestThatAnotherWindowStartsLaterIsFound() {
    bench.guests().add(new FakeGuest(8, RunState.BOOTING));
    bench.history().add(Samples.record(8, Verdict.STOPPED, ""));
    session.lookForGuests();
    assertThat(session.status().get().orElseThrow().id()).isEqualTo(new RunId(8));
  }

  @Test
  void guestsOfOtherProjectsAreLeftAlone() {
    bench.guests().add(new FakeGuest(9, RunState.RUNNING));
    session.lookForGuests();
    assertThat(session.status().get()).isEmpty();
  }

  @Test
  void aRunOfAnotherOwnerThatIsLookedAtIsTheOneThatTheButtonsActOn() {
    bench.guests().add(new FakeGuest(9, RunState.RUNNING));
    session.show(new RunId(9));
    assertThat(session.status().get().orElseThrow().id()).isEqualTo(new RunId(9));
  }

  @Test
  void aRunFromHistoryIsShownAndTheLiveOneAgain() {
    bench.history().add(Samples.record(3, Verdict.POWEROFF, ""));
    session.startRun();
    session.show(new RunId(3));
    assertThat(session.run().get()).containsInstanceOf(ShownRun.Past.class);
    assertThat(state()).isEqualTo(RunState.RUNNING);
    session.show(new RunId(19));
    assertThat(session.run().get()).containsInstanceOf(ShownRun.Live.class);
    session.show(new RunId(404));
    assertThat(lastToast()).isEqualTo("Run #404 cannot be shown");
  }

  @Test
  void aMomentThatWasPointedAtIsOfItsRunAlone() {
    bench.history().add(Samples.record(3, Verdict.POWEROFF, ""));
    session.startRun();
    session.cursor().set(OptionalDouble.of(130));
    session.selection().set(Optional.of(new TimeRange(100, 200)));
    session.show(new RunId(3));
    assertThat(session.cursor().get()).isEmpty();
    assertThat(session.selection().get()).isEmpty();
  }
}
