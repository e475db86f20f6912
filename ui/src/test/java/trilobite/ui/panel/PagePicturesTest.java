// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.ui.panel.help.HelpPanel;
import trilobite.ui.panel.project.ProjectPanel;
import trilobite.ui.panel.settings.SettingsPanel;
import trilobite.ui.panel.welcome.WelcomePanel;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

@Tag("ui")
final class PagePicturesTest {

  @Test
  void welcome() {
    picture("welcome", new WelcomePanel(), 900, 620);
  }

  @Test
  void settings() {
    picture("settings", new SettingsPanel(), 900, 800);
  }

  @Test
  void higherContrast() {
    for (var theme : Theme.values()) {
      var desk = desk(theme);
      desk.look().highContrast().set(true);
      var panel = new SettingsPanel();
      var scene = scene(theme, panel, desk, 900, 500);
      OnFx.run(() -> theme.apply(scene, 1, true));
      Snapshot.compare("settings-contrast", theme, scene);
      OnFx.run(panel::close);
    }
  }

  @Test
  void help() {
    picture("help", new HelpPanel(), 900, 700);
  }

  @Test
  void project() {
    for (var theme : Theme.values()) {
      var desk = new FakeDesk();
      var panel = new ProjectPanel();
      var scene = scene(theme, panel, desk, 244, 360);
      OnFx.await("the rows", () -> scene.lookup("#project-tree") != null);
      OnFx.run(
          () ->
              desk.session()
                  .problems()
                  .setAll(
                      java.util.List.of(
                          new Diagnostic(
                              Severity.WARNING,
                              Optional.of(Samples.FOLDER.resolve("src/http.c")),
                              Optional.of(new TextPlace(76, 23)),
                              "comparison of int and size_t",
                              java.util.List.of()))));
      OnFx.run(
          () -> {
            var tree = (ListView<?>) scene.lookup("#project-tree");
            tree.getSelectionModel().select(2);
            tree.fireEvent(key(KeyCode.ENTER));
          });
      OnFx.await(
          "the folder's files",
          () -> ((ListView<?>) scene.lookup("#project-tree")).getItems().size() > 6);
      Snapshot.compare("project", theme, scene);
      OnFx.run(panel::close);
    }
  }

  private static KeyEvent key(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private static void picture(String name, Panel panel, int width, int height) {
    for (var theme : Theme.values()) {
      var desk = desk(theme);
      command(desk, "build.start", "Build", "ci-tools", "Shortcut+B");
      command(desk, "guest.run", "Run", "ci-play-filled-alt", "F5");
      command(desk, "project.open", "Open a project", "ci-folder", "Shortcut+O");
      command(desk, "view.new-project", "New project", "ci-add", "Shortcut+N");
      command(desk, "view.image", "Open an image", "ci-chip", "Shortcut+Shift+O");
      command(desk, "view.console", "Show Console", "ci-terminal", "Alt+1");
      var scene = scene(theme, panel, desk, width, height);
      OnFx.run(() -> panel.shown(true));
      OnFx.await("no job under way", () -> desk.workbench().jobs().running().isEmpty());
      Snapshot.compare(name, theme, scene);
      OnFx.run(panel::close);
    }
  }

  private static FakeDesk desk(Theme theme) {
    var desk = new FakeDesk();
    OnFx.run(
        () -> {
          desk.look().choice().set(theme == Theme.DARK ? Look.Choice.DARK : Look.Choice.LIGHT);
          desk.look().theme().set(theme);
        });
    return desk;
  }

  private static void command(FakeDesk desk, String id, String title, String icon, String keys) {
    desk.commands()
        .add(new Command(id, title, icon, keys, new SimpleBooleanProperty(true), () -> {}));
  }

  private static Scene scene(Theme theme, Panel panel, FakeDesk desk, int width, int height) {
    desk.workbench().projects().remember(Samples.FOLDER);
    return OnFx.get(
        () -> {
          var made = new Scene((Parent) panel.open(desk), width, height);
          theme.apply(made, 1);
          return made;
        });
  }
}
