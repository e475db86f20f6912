// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import trilobite.model.job.Job;
import trilobite.ui.palette.PaletteModel;
import trilobite.ui.palette.PaletteView;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The commands that move through the window: panels, tabs, palette.
final class ShellCommands {

  static final String ACT = "message.act";
  private static final int MOST_RUNS = 200;

  private final Shell shell;
  private final CoreCommands core;
  private List<PanelHost> round = List.of();
  private int focused;

  ShellCommands(Shell shell, CoreCommands core) {
    this.shell = shell;
    this.core = core;
  }

  /// Those that the window's parts show keys of.
  void beforeParts() {
    core.add("palette.open", "Search everything", "ci-search", "Shortcut+K", () -> palette(""));
    core.add("palette.runs", "Find a run", "ci-recently-viewed", "", () -> palette("#"));
    core.add("palette.line", "Go to line…", "ci-arrow-right", "Shortcut+G", () -> palette(":"));
    shell.panels().all().forEach(host -> view(host.info(), host));
  }

  void afterParts() {
    var areas = shell.frame().areas();
    var layout = areas.arrangement();
    core.add(
        "tools.toggle",
        "Show or hide the tool area",
        "ci-open-panel-filled-bottom",
        "Shortcut+J",
        () -> layout.showTools(!layout.toolsShown()));
    core.add(
        "tools.maximise",
        "Maximise or restore the tool area",
        "ci-maximize",
        "Shortcut+Shift+M",
        layout::toggleMaximised);
    core.add(
        "tools.split",
        "Show this tool beside the others",
        "ci-split-screen",
        "",
        areas.tools()::split);
    core.add(
        "tools.unsplit",
        "Put all tools in one stack",
        "ci-split-screen",
        "",
        areas.tools()::unsplit);
    core.add(
        "right.cycle",
        "Vitals full, mini, hidden",
        "ci-open-panel-filled-right",
        "Shortcut+Shift+V",
        layout::cycleRight);
    core.add(
        "editor.next",
        "Next editor tab",
        "ci-arrow-right",
        "Shortcut+PAGE_DOWN",
        () -> areas.editor().step(1));
    core.add(
        "editor.previous",
        "Previous editor tab",
        "ci-arrow-left",
        "Shortcut+PAGE_UP",
        () -> areas.editor().step(-1));
    core.add(
        "editor.back", "Back to where I was", "ci-arrow-left", "Alt+LEFT", areas.editor()::back);
    core.add(
        "editor.forward", "Forward again", "ci-arrow-right", "Alt+RIGHT", areas.editor()::forward);
    core.add(
        "editor.close",
        "Close the editor tab",
        "ci-close",
        "Shortcut+W",
        areas.editor()::closeSelected);
    core.add("focus.next", "Next panel", "ci-arrow-right", "Shortcut+F6", () -> cycle(1));
    core.add(
        "focus.previous", "Previous panel", "ci-arrow-left", "Shortcut+Shift+F6", () -> cycle(-1));
    core.add(
        ACT, "Do what the message offers", "ci-checkmark", "Alt+ENTER", () -> shell.toasts().act());
    core.add(
        "message.list", "Show all messages", "ci-notification", "", shell.toasts()::showDrawer);
    core.add(
        "project.open",
        "Open a project",
        "ci-folder",
        "Shortcut+O",
        () -> FolderChoice.open(shell));
    core.add("window.quit", "Quit", "ci-power", "Shortcut+Q", () -> LeaveQuestion.quit(shell));
  }

  private void view(PanelInfo info, PanelHost host) {
    var verb = info.place() == Place.LEFT || info.place() == Place.TOOL ? "Show " : "Open ";
    shell
        .commands()
        .add(
            Command.always(
                    "view." + info.id(),
                    verb + info.title(),
                    info.icon(),
                    info.shortcut(),
                    () -> shell.reveal(host.info().id()))
                .also(info.also()));
  }

  /// Opens the palette on this text.
  private void palette(String text) {
    var overlay = shell.frame().overlay();
    if (overlay.find(PaletteView.ID).orElse(null) instanceof PaletteView open) {
      open.start(text);
      return;
    }
    var session = shell.session();
    var supply = new PaletteSupply(session, shell.commands(), shell.frame().areas().editor());
    var owner = shell.root().getScene() == null ? null : shell.root().getScene().getFocusOwner();
    var holder = new ArrayList<PaletteView>();
    ChangeListener<Number> changed = (_, _, _) -> holder.getFirst().follow();
    shell.commands().changes().addListener(changed);
    Runnable close =
        () -> {
          shell.commands().changes().removeListener(changed);
          overlay.hide(holder.getFirst());
          if (owner != null) {
            owner.requestFocus();
          }
        };
    var view = new PaletteView(new PaletteModel(supply), close);
    holder.add(view);
    overlay.show(view, close);
    view.start(text);
    fill(supply, view);
  }

  /// Files and runs come when they come; what is typed meanwhile stays.
  private void fill(PaletteSupply supply, PaletteView view) {
    var workbench = shell.workbench();
    shell
        .session()
        .project()
        .get()
        .map(OpenProject::folder)
        .ifPresent(
            folder ->
                shell.background(
                    new Job<>(
                        "List the project's files",
                        context -> PaletteSupply.walk(workbench.workspace(), folder, context)),
                    found -> {
                      supply.files(found);
                      view.refresh();
                    },
                    _ -> {}));
    shell.background(
        new Job<>("List runs", _ -> workbench.history().runs(MOST_RUNS)),
        found -> {
          supply.runs(found);
          view.refresh();
        },
        _ -> {});
  }

  /// Moves the focus from panel to panel, in the order of the window.
  private void cycle(int by) {
    var areas = shell.frame().areas();
    round =
        shell.panels().all().stream()
            .filter(host -> host.info().place() != Place.PAGE && host.info().place() != Place.FOOT)
            .filter(
                host ->
                    areas.left().isOpen(host)
                        || host.info().place() == Place.RIGHT
                        || areas.tools().selectedIds().contains(host.info().id()))
            .toList();
    int stops = round.size() + 1;
    focused = Math.floorMod(focused + by, stops);
    if (focused == 0) {
      areas.editor().selected().get().ifPresent(tab -> tab.content().focus());
    } else {
      round.get(focused - 1).focus();
    }
  }
}
