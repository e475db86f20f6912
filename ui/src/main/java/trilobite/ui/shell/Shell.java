// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import trilobite.model.job.Job;
import trilobite.model.port.Jobs;
import trilobite.model.port.Workbench;
import trilobite.model.project.TextPlace;
import trilobite.ui.command.CommandTable;
import trilobite.ui.command.KeyDispatch;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.Place;
import trilobite.ui.panel.Toast;
import trilobite.ui.session.Host;
import trilobite.ui.session.WellKnown;
import trilobite.ui.session.WindowSession;

/// One window: its session, its commands and its parts. It may be made by any thread, as long as it
/// is not on a screen; from [#begin] on it belongs to the JavaFX thread.
public final class Shell implements Desk, Host {

  private final Workbench workbench;
  private final LiveLook look;
  private final CommandTable commands;
  private final WindowSession session;
  private final Panels panels;
  private final Toasts toasts;
  private final Frame frame;
  private final ShellCommands shellCommands;
  private final Upkeep upkeep;

  /// @param found the panels; their places stay empty until [Panels#release]
  Shell(Workbench workbench, List<Panel> found) {
    this.workbench = workbench;
    this.look = new LiveLook(workbench.settings());
    this.commands = new CommandTable(workbench.settings());
    this.toasts = new Toasts(() -> commands.keys(ShellCommands.ACT));
    this.session = new WindowSession(workbench, this);
    this.panels = Panels.of(found, this);
    var core = new CoreCommands(commands);
    core.guest(session);
    var editor = new EditorArea(this);
    var areas = Frame.Areas.of(panels, editor);
    this.shellCommands = new ShellCommands(this, core);
    shellCommands.beforeParts();
    this.frame = parts(areas);
    shellCommands.afterParts();
    areas.tools().onHide(() -> commands.run("tools.toggle"));
    areas.tools().onMaximise(() -> commands.run("tools.maximise"));
    panels.in(Place.TOOL).forEach(host -> areas.tools().add(Tab.of(host, keysOf(host))));
    this.upkeep = new Upkeep(this, core);
    Arrivals.on(frame.root(), this);
  }

  /// Follows the system, the session and the clock from now on. JavaFX thread.
  void begin() {
    look.follow();
    frame.areas().editor().announce();
    panels.all().forEach(host -> host.panel().announce(this));
    upkeep.start();
  }

  private Frame parts(Frame.Areas areas) {
    var jobs = new JobStrip(this::cancelJob);
    var status =
        new StatusBar(
            jobs,
            () -> reveal(WellKnown.PROBLEMS),
            () -> toast(Toast.info("Copied to the clipboard", "")));
    return Frame.of(
        new TopBar(this, commands, toasts.bell()),
        new Rail(panels, this::keysOf, this::choose),
        areas,
        status,
        jobs,
        new Overlay(toasts.fresh(), toasts.drawer()));
  }

  /// Runs commands by their keys, or says why one cannot be done.
  KeyDispatch keys() {
    return new KeyDispatch(
        commands, (command, why) -> toast(Toast.warning(command.title() + " cannot be done", why)));
  }

  /// The root of the scene.
  public Parent root() {
    return frame.root();
  }

  @Override
  public Workbench workbench() {
    return workbench;
  }

  @Override
  public WindowSession session() {
    return session;
  }

  @Override
  public CommandTable commands() {
    return commands;
  }

  @Override
  public LiveLook look() {
    return look;
  }

  Frame frame() {
    return frame;
  }

  Panels panels() {
    return panels;
  }

  Toasts toasts() {
    return toasts;
  }

  Upkeep upkeep() {
    return upkeep;
  }

  ShellCommands shellCommands() {
    return shellCommands;
  }

  @Override
  public <T> Jobs.Running<T> background(
      Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    return Fx.start(workbench.jobs(), job, done, failed);
  }

  @Override
  public void toast(Toast toast) {
    toasts.add(toast);
  }

  @Override
  public void reveal(String panelId) {
    panels.find(panelId).ifPresent(this::reveal);
  }

  @Override
  public void reveal(String panelId, String what) {
    reveal(panelId);
    panels.find(panelId).ifPresent(host -> host.seek(what));
  }

  /// Opens a page again that was open when the window was last closed: a panel, or one of a panel's
  /// own.
  void again(String page) {
    panels
        .find(page)
        .ifPresentOrElse(
            this::reveal, () -> panels.all().forEach(host -> host.panel().again(page, this)));
  }

  @Override
  public void bring(String panelId) {
    boolean typing = frame.overlay().covers() || Typing.in(root().getScene());
    panels
        .find(panelId)
        .ifPresent(
            host -> {
              show(host);
              if (!typing) {
                host.focus();
              }
            });
  }

  private void reveal(PanelHost host) {
    show(host);
    host.focus();
  }

  private void show(PanelHost host) {
    var areas = frame.areas();
    switch (host.info().place()) {
      case LEFT -> {
        areas.left().set(host, true);
        areas.arrangement().showLeft();
      }
      case TOOL -> {
        areas.arrangement().showTools(true);
        areas.tools().select(host.info().id());
      }
      case RIGHT -> areas.arrangement().arrange();
      case PAGE, FOOT -> {
        areas.arrangement().showEditor();
        areas.editor().openPage(Tab.of(host, keysOf(host)));
      }
    }
  }

  /// A press on the rail: panels open and close, pages open.
  private void choose(PanelHost host) {
    var left = frame.areas().left();
    var arrangement = frame.areas().arrangement();
    if (host.info().place() == Place.LEFT && left.isOpen(host) && arrangement.leftShown()) {
      left.set(host, false);
      arrangement.leftChanged();
    } else {
      reveal(host);
    }
    upkeep.lightRail();
  }

  @Override
  public ObservableValue<Optional<Path>> frontFile() {
    return frame.areas().editor().frontFile();
  }

  @Override
  public void openPage(String id, String title, String icon, Node page) {
    frame.areas().arrangement().showEditor();
    frame.areas().editor().replacePage(Tab.page(id, title, icon, page));
  }

  @Override
  public void openFile(Path file, Optional<TextPlace> place) {
    frame.areas().arrangement().showEditor();
    frame.areas().editor().openFile(file, place);
  }

  @Override
  public void moved(Path from, Path to) {
    frame.areas().editor().moved(from, to);
  }

  @Override
  public void saveAll(Runnable then) {
    frame
        .areas()
        .editor()
        .saveAll(
            saved -> {
              if (saved) {
                then.run();
              }
            });
  }

  @Override
  public void leaveFiles(Runnable then) {
    LeaveQuestion.leaveFiles(this, then);
  }

  String keysOf(PanelHost host) {
    return commands.keys("view." + host.info().id());
  }

  /// Ends everything that the window started for itself; guests are the workbench's.
  public void close() {
    upkeep.close();
    panels.all().forEach(PanelHost::close);
    List.copyOf(frame.areas().editor().files()).forEach(file -> file.view().close());
    session.close();
  }

  private void cancelJob(long id) {
    upkeep.cancelJob(id);
  }
}
