// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import trilobite.model.job.Job;
import trilobite.model.port.Workbench;
import trilobite.ui.control.Caret;
import trilobite.ui.control.SegmentKeys;
import trilobite.ui.fx.FirstFrame;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.theme.Fonts;

/// A shell in a stage: bounds, layout and the order of the start, so that the window is painted
/// with its bars, areas and tabs before any panel is built or anything else is looked at. Its nodes
/// are made by another thread while JavaFX still looks for its screen.
public final class ShellWindow {

  private static final String LAST = "session.lastProject";
  private static final List<String> LEFT_AT_FIRST = List.of("project", "runs");
  private static final String PAGE_AT_FIRST = "welcome";

  private final Shell shell;
  private final Workbench workbench;
  private final LayoutKeeper layouts;
  private final WindowBounds bounds;
  private Optional<Path> restored = Optional.empty();

  private ShellWindow(Workbench workbench) {
    this.workbench = workbench;
    this.shell = new Shell(workbench, Panels.registered());
    this.layouts = new LayoutKeeper(workbench.settings());
    this.bounds = new WindowBounds(workbench.settings());
  }

  /// Loads the fonts and builds a window's parts as they lay when its project was closed. Any
  /// thread, while JavaFX is under way: whoever opens the workbench has time for it meanwhile.
  public static ShellWindow prepare(Workbench workbench) {
    Panels.find();
    Fonts.load();
    LiveLook.last(workbench.settings()).underAll();
    var window = new ShellWindow(workbench);
    // Pages of the panels' own ask the workbench: they come with the project.
    window.restore(window.layoutBeforeProject(), window.shell::reveal);
    return window;
  }

  /// Shows the window. JavaFX thread, once.
  ///
  /// @param project the folder, or the image, to open, before what was open last
  /// @param demo where to make the demo project when nothing was ever opened
  public Shell show(Stage stage, Optional<Path> project, Optional<Path> demo) {
    shell.begin();
    show(stage, () -> openFirst(stage, project, demo));
    return shell;
  }

  private void show(Stage stage, Runnable afterwards) {
    var scene = new Scene(shell.root());
    // What a hand does is to be seen at once.
    scene.addEventFilter(InputEvent.ANY, _ -> Fx.touched());
    shell.look().dress(scene);
    shell.keys().install(scene);
    SegmentKeys.install(scene);
    stage.setTitle("Trilobite");
    stage.setScene(scene);
    bounds.restore(stage);
    stage.iconifiedProperty().subscribe(minimised -> seen(!minimised));
    shell.frame().areas().arrangement().arrange();
    stage.setOnCloseRequest(request -> LeaveQuestion.closing(shell, request));
    var blinking = Caret.blinkIn(scene);
    stage.setOnHidden(
        _ -> {
          blinking.close();
          keep(stage);
          shell.close();
        });
    Runnable fit =
        () ->
            shell
                .frame()
                .fit(
                    Fit.at(scene.getWidth(), shell.look().scale().get()),
                    shell.look().scale().get());
    scene.widthProperty().addListener(_ -> fit.run());
    shell.look().scale().addListener(_ -> fit.run());
    shell
        .session()
        .project()
        .addListener((_, _, now) -> now.ifPresent(open -> opened(stage, open)));
    FirstFrame.of(
        stage,
        () ->
            Fx.later(
                () -> {
                  if (stage.isShowing()) {
                    afterwards.run();
                  }
                }));
    stage.show();
    fit.run();
  }

  private void seen(boolean now) {
    shell.panels().seen(now);
    Fx.seen(now);
  }

  /// The last project's layout is taken before it is read, so that nothing jumps.
  private Layout layoutBeforeProject() {
    return workbench
        .settings()
        .get(LAST)
        .flatMap(folder -> layouts.of(Path.of(folder)))
        .orElse(Layout.EMPTY);
  }

  private void openFirst(Stage stage, Optional<Path> project, Optional<Path> demo) {
    shell.panels().release();
    shell.upkeep().keepLayout(() -> keep(stage));
    project
        .or(() -> workbench.settings().get(LAST).map(Path::of))
        .ifPresentOrElse(
            path -> Arrivals.open(shell, path), () -> demo.ifPresent(shell.session()::openDemo));
  }

  private void opened(Stage stage, OpenProject open) {
    stage.setTitle(ProjectNames.of(open) + " – Trilobite");
    if (restored.filter(open.folder()::equals).isEmpty()) {
      restored = Optional.of(open.folder());
      workbench.settings().put(LAST, open.folder().toString());
      shell.frame().areas().editor().closeFiles();
      restoreTabs(layouts.of(open.folder()));
    }
  }

  /// @param open opens a page that was open
  private void restore(Layout layout, Consumer<String> open) {
    var areas = shell.frame().areas();
    var left = layout.text("left.open").isPresent() ? layout.list("left.open") : LEFT_AT_FIRST;
    areas.left().open(left);
    areas.tools().split(layout.list("tool.second"));
    layout.list("tool.selected").forEach(areas.tools()::select);
    layout.number("left.share").ifPresent(areas.left()::share);
    layout.list("editor.pages").forEach(open);
    if (layout.isEmpty()) {
      shell.reveal(PAGE_AT_FIRST);
    }
    // Last: a page that opens makes room for itself, also where the tools had taken it all.
    areas.arrangement().restore(layout);
  }

  private void restoreTabs(Optional<Layout> layout) {
    var editor = shell.frame().areas().editor();
    layout.ifPresent(
        kept -> {
          restore(kept, shell::again);
          var carets = LayoutKeeper.files(kept);
          shell.background(
              new Job<>(
                  "Look for the files that were open",
                  _ -> carets.keySet().stream().filter(Files::isRegularFile).toList()),
              found -> {
                found.forEach(
                    file -> editor.openFile(file, carets.getOrDefault(file, Optional.empty())));
                kept.text("editor.selected").ifPresent(editor::select);
              },
              _ -> {});
        });
  }

  private void keep(Stage stage) {
    var areas = shell.frame().areas();
    restored.ifPresent(
        folder ->
            layouts.keep(
                folder,
                LayoutKeeper.read(
                    areas.arrangement(), areas.left(), areas.editor(), areas.tools())));
    bounds.keep(stage);
  }
}
