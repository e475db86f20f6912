// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import trilobite.model.run.Limits;
import trilobite.model.run.RunState;
import trilobite.ui.command.CommandTable;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Session;

/// The commands of the window itself, those of the guest first.
final class CoreCommands {

  private static final String NO_PROJECT = "No project is open yet.";
  private static final String NO_GUEST = "No guest runs.";

  private final CommandTable table;
  private final BooleanProperty build = new SimpleBooleanProperty();
  private final BooleanProperty cancelBuild = new SimpleBooleanProperty();
  private final BooleanProperty configure = new SimpleBooleanProperty();
  private final BooleanProperty run = new SimpleBooleanProperty();
  private final BooleanProperty pause = new SimpleBooleanProperty();
  private final BooleanProperty stop = new SimpleBooleanProperty();
  private final BooleanProperty restart = new SimpleBooleanProperty();

  CoreCommands(CommandTable table) {
    this.table = table;
  }

  /// What Stop does to a guest of somebody else's, and why what is not allowed is not.
  void explain(Limits limits, Session session) {
    var word = stopWord(limits);
    if (!titled("guest.stop", word)) {
      addStop(word, session);
    }
    var paused = session.status().get().filter(one -> one.state() == RunState.PAUSED).isPresent();
    if (!titled("guest.pause", pauseWord(paused))) {
      addPause(paused, session);
    }
    var project = session.project().get().isPresent() ? "" : NO_PROJECT;
    var alive = session.status().get().filter(one -> one.state() != RunState.ENDED).isPresent();
    table.explain("guest.stop", alive ? limits.stop() : NO_GUEST);
    table.explain("guest.restart", alive ? limits.restart() : NO_GUEST);
    table.explain("guest.pause", alive ? limits.pause() : NO_GUEST);
    table.explain("guest.run", alive ? runsAlready(limits) : project);
    var building = project.isEmpty() ? "A build is under way." : project;
    table.explain("build.start", building);
    table.explain(
        "build.configure",
        session.menu().get() || !project.isEmpty()
            ? building
            : "The project's toolchain has no menu of options.");
  }

  private static String runsAlready(Limits limits) {
    return limits.detach()
        ? "A guest is watched: Detach first."
        : "It runs already: Restart or Stop it.";
  }

  private boolean titled(String id, String word) {
    return table.find(id).filter(now -> now.title().equals(word)).isPresent();
  }

  /// What Pause is called now.
  static String pauseWord(boolean paused) {
    return paused ? "Resume" : "Pause";
  }

  private void addPause(boolean paused, Session session) {
    var icon = paused ? "ci-play" : "ci-pause-filled";
    add("guest.pause", pauseWord(paused), icon, "F6", pause, session::pauseOrResume);
  }

  static String stopWord(Limits limits) {
    return limits.detach() ? "Detach" : "Stop";
  }

  private void addStop(String word, Session session) {
    var icon = word.equals("Stop") ? "ci-stop-filled-alt" : "ci-exit";
    add("guest.stop", word, icon, "Shift+F5", stop, session::stop);
  }

  /// Follows what makes sense now.
  ///
  /// @param menu whether the toolchain has a menu of options
  void allow(Availability now, boolean building, boolean menu) {
    build.set(now.build());
    configure.set(now.build() && menu);
    cancelBuild.set(building);
    run.set(now.run());
    pause.set(now.pause());
    stop.set(now.stop());
    restart.set(now.restart());
  }

  void guest(Session session) {
    add("build.start", "Build", "ci-tools", "Shortcut+B", build, session::startBuild);
    add("build.cancel", "Cancel the build", "ci-close", "", cancelBuild, session::cancelBuild);
    add("build.clean", "Clean what builds made", "ci-clean", "", build, session::startClean);
    add(
        "build.configure",
        "Choose the toolchain's options in a terminal",
        "ci-settings-adjust",
        "",
        configure,
        session::openMenu);
    add("guest.run", "Run", "ci-play-filled-alt", "F5", run, session::startRun);
    addPause(false, session);
    addStop("Stop", session);
    add("guest.restart", "Restart", "ci-restart", "Shortcut+F5", restart, session::restart);
  }

  /// A command that always makes sense.
  void add(String id, String title, String icon, String shortcut, Runnable run) {
    table.add(Command.always(id, title, icon, shortcut, run));
  }

  private void add(
      String id,
      String title,
      String icon,
      String shortcut,
      ObservableBooleanValue enabled,
      Runnable action) {
    table.add(new Command(id, title, icon, shortcut, enabled, action));
  }
}
