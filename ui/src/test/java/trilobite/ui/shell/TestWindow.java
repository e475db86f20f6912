// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import trilobite.ui.control.SegmentKeys;
import trilobite.ui.panel.Look;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.Place;
import trilobite.ui.testing.FakeWorkbench;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.theme.Theme;

/// A shell over fakes in a scene of its own, with a few panels of no meaning.
record TestWindow(FakeWorkbench bench, Shell shell, Scene scene, List<TestPanel> made) {

  static TestWindow open(Theme theme, double width, double height) {
    var bench = new FakeWorkbench();
    bench.settings().put("ui.theme", theme.name());
    bench.settings().put("ui.reduceMotion", "true");
    return open(bench, width, height);
  }

  static TestWindow open(FakeWorkbench bench, double width, double height) {
    return OnFx.get(
        () -> {
          var panels = panels();
          var shell = new Shell(bench, List.<Panel>copyOf(panels));
          shell.begin();
          var scene = new Scene(shell.root(), width, height);
          shell.look().dress(scene);
          shell.keys().install(scene);
          SegmentKeys.install(scene);
          shell.frame().areas().left().open(List.of("project", "runs"));
          shell.panels().release();
          shell.frame().areas().arrangement().restore(Layout.EMPTY);
          shell.frame().fit(Fit.at(width, 1), 1);
          return new TestWindow(bench, shell, scene, panels);
        });
  }

  /// A node by its selector, in the scene as it is laid out now.
  Optional<Node> find(String selector) {
    return OnFx.get(
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return Optional.ofNullable(scene.lookup(selector));
        });
  }

  void awaitNode(String selector) {
    OnFx.await(selector, () -> find(selector).isPresent());
  }

  /// Opens the sample project and waits for it.
  TestWindow withProject() {
    OnFx.run(() -> shell.session().openProject(Samples.FOLDER));
    OnFx.await("the project", () -> shell.session().project().get().isPresent());
    return this;
  }

  TestPanel panel(String id) {
    return made.stream().filter(one -> one.info().id().equals(id)).findFirst().orElseThrow();
  }

  String chip() {
    return OnFx.get(() -> shell.frame().top().chip().getAccessibleText());
  }

  void awaitChip(String words) {
    OnFx.await(
        "the chip to say " + words,
        () -> shell.frame().top().chip().getAccessibleText().contains(words));
  }

  void close() {
    OnFx.run(
        () -> {
          shell.look().choice().set(Look.Choice.DARK);
          shell.close();
        });
  }

  private static List<TestPanel> panels() {
    return List.of(
        new TestPanel("project", "Project", "ci-folders", Place.LEFT, 1, "Shortcut+1"),
        new TestPanel("runs", "Runs", "ci-recently-viewed", Place.LEFT, 2, "Shortcut+4"),
        new TestPanel("console", "Console", "ci-terminal", Place.TOOL, 1, "Alt+1"),
        new TestPanel("build", "Build", "ci-tools", Place.TOOL, 2, "Alt+2"),
        new TestPanel("problems", "Problems", "ci-warning-alt", Place.TOOL, 7, "Alt+7"),
        new TestPanel("vitals", "Vitals", "ci-activity", Place.RIGHT, 1, ""),
        new TestPanel("welcome", "Welcome", "ci-home", Place.PAGE, 1, ""),
        new TestPanel("settings", "Settings", "ci-settings", Place.FOOT, 3, "Shortcut+COMMA"));
  }
}
