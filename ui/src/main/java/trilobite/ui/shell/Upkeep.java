// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.job.Subscription;
import trilobite.model.port.LiveGuest;
import trilobite.model.project.Project;
import trilobite.model.run.Limits;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.ui.control.Hint;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.session.TrustGate.Asked;
import trilobite.ui.session.WindowSession;

/// Keeps the window in step with what it shows: a little every frame, the rest less often.
final class Upkeep {

  private static final long SELDOM_MILLIS = 1_500;

  private final Shell shell;
  private final CoreCommands core;
  private final List<Subscription> pulls = new ArrayList<>();
  private Runnable keepLayout = () -> {};
  private Optional<Facts> shown = Optional.empty();

  /// What the chip was made of: its words are put together only where that changed.
  ///
  /// @param other name of a guest that is not the open project's
  private record Facts(
      Optional<RunStatus> status,
      boolean building,
      boolean starting,
      double at,
      Optional<String> other) {}

  Upkeep(Shell shell, CoreCommands core) {
    this.shell = shell;
    this.core = core;
  }

  void start() {
    var session = shell.session();
    pulls.add(Fx.keepUp(session::tick));
    pulls.add(Fx.keepUp(this::often));
    pulls.add(Fx.pull(SELDOM_MILLIS, this::seldom));
    session.trust().asked().addListener((_, _, now) -> ask(now));
    session
        .project()
        .addListener(
            (_, _, now) ->
                shell
                    .frame()
                    .top()
                    .project()
                    .setText(now.map(ProjectNames::of).orElse("No project")));
    session.build().addListener((_, _, now) -> shell.frame().status().build(now.result()));
    session
        .problems()
        .addListener(
            (javafx.collections.ListChangeListener<Object>)
                _ -> shell.frame().status().problems(session.problems()));
    // What can be done follows at once: a key may come before the next look.
    session.project().addListener(_ -> often());
    session.status().addListener(_ -> often());
    session.build().addListener(_ -> often());
    shell.frame().areas().editor().selected().addListener(_ -> frontChanged());
    shell.frame().top().chip().still().bind(shell.look().reduceMotion());
    shell.frame().status().problems(session.problems());
    lightRail();
  }

  /// Called now and then with the duty to keep the layout.
  void keepLayout(Runnable keep) {
    keepLayout = keep;
  }

  void close() {
    keepLayout.run();
    pulls.forEach(Subscription::close);
  }

  void cancelJob(long id) {
    shell.workbench().jobs().cancel(id);
  }

  void lightRail() {
    var areas = shell.frame().areas();
    shell
        .frame()
        .rail()
        .light(
            host ->
                (areas.left().isOpen(host) && areas.arrangement().leftShown())
                    || areas
                        .editor()
                        .selected()
                        .get()
                        .filter(tab -> tab.id().equals(host.info().id()))
                        .isPresent());
  }

  private void often() {
    var session = shell.session();
    boolean building = session.build().get().running();
    var status = session.status().get();
    var limits = status.isPresent() ? session.limits() : Limits.NONE;
    core.allow(
        Availability.of(
            session.project().get().isPresent(),
            status,
            limits,
            building,
            session.starting(),
            session.stopping()),
        building,
        session.menu().get());
    core.explain(limits, session);
    var top = shell.frame().top();
    top.stops(CoreCommands.stopWord(limits), !limits.detach());
    chip(new Facts(status, building, session.starting(), now(session, status), other(session)));
    top.paused(status.filter(one -> one.state() == RunState.PAUSED).isPresent());
    shell
        .frame()
        .status()
        .forwards(
            status
                .filter(one -> one.state() != RunState.ENDED)
                .map(RunStatus::forwards)
                .orElse(List.of()));
    shell.frame().jobs().show(shell.workbench().jobs().running());
    shell.toasts().tick();
  }

  private void chip(Facts now) {
    if (!shown.equals(Optional.of(now))) {
      shown = Optional.of(now);
      shell.frame().top().chip().show(chipOf(now));
    }
  }

  private static Chip chipOf(Facts now) {
    var chip = Chip.of(now.status(), now.building(), now.starting(), now.at());
    return now.starting() ? chip : now.other().map(chip::named).orElse(chip);
  }

  private static Optional<String> other(WindowSession session) {
    var open = session.project().get().flatMap(p -> p.parsed().project()).map(Project::name);
    return Chip.other(session.status().get(), open);
  }

  private void seldom() {
    shell.session().lookForGuests();
    keepLayout.run();
    lightRail();
  }

  /// The run's time where the chip counts it, while a guest boots.
  private static double now(WindowSession session, Optional<RunStatus> status) {
    return session
        .run()
        .get()
        .filter(_ -> status.filter(one -> one.state() == RunState.BOOTING).isPresent())
        .flatMap(ShownRun::live)
        .map(LiveGuest::vitals)
        .map(vitals -> vitals.now())
        .orElse(0.0);
  }

  private void frontChanged() {
    var status = shell.frame().status();
    var front = shell.frame().areas().editor().front();
    status.caret().textProperty().unbind();
    status.format().textProperty().unbind();
    status.caret().setText("");
    status.format().setText("");
    front.ifPresent(
        file -> {
          status.caret().textProperty().bind(file.view().caretText());
          status.format().textProperty().bind(file.view().formatText());
        });
    lightRail();
  }

  private void ask(Optional<Asked> asked) {
    var editor = shell.frame().areas().editor();
    if (asked.isPresent()) {
      shell.frame().areas().arrangement().showEditor();
    }
    editor.banner("trust", asked.map(this::question));
  }

  private Banner question(Asked asked) {
    var gate = shell.session().trust();
    var verb = asked.verb();
    var yes =
        Hint.action(
            "ci-checkmark-filled",
            "Trust and " + verb.toLowerCase(java.util.Locale.ROOT),
            gate::accept);
    yes.setId("trust-yes");
    yes.getStyleClass().add("accent");
    var no = Hint.action("", "Not now", gate::decline);
    no.setId("trust-no");
    return new Banner(
            "ci-warning-alt-filled",
            "Do you trust this project?",
            verb
                + " would make this machine do what is listed here. Nothing of it was run so far."
                + " You are asked again only if this list changes.",
            asked.question().asks(),
            yes,
            no)
        // A yes is never one key away from what was typed before.
        .asking(no, gate::decline);
  }
}
