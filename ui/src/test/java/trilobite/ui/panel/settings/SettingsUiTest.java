// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.ui.command.CommandTable;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Look;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.theme.Theme;

@Tag("ui")
final class SettingsUiTest {

  private final FxRobot robot = new FxRobot();
  private final FakeDesk desk = new FakeDesk();
  private final CommandTable table = new CommandTable(desk.workbench().settings());
  private Stage stage;

  @BeforeEach
  void open() {
    var on = new SimpleBooleanProperty(true);
    table.add(new Command("guest.run", "Run", "", "F5", on, () -> {}));
    table.add(new Command("build.start", "Build", "", "Shortcut+B", on, () -> {}));
    stage =
        OnFx.get(
            () -> {
              var panel = new SettingsPanel();
              var root = (Parent) panel.open(desk.with(table));
              var scene = new Scene(root, 900, 800);
              Theme.DARK.apply(scene, 1);
              var shown = new Stage();
              shown.setScene(scene);
              shown.show();
              return shown;
            });
  }

  @AfterEach
  void close() {
    OnFx.run(stage::close);
  }

  private String keys(String id) {
    return OnFx.get(() -> ((Button) stage.getScene().lookup("#keys-" + id)).getText());
  }

  @Test
  void aShortcutIsReboundByPressingIt() {
    robot.clickOn("#keys-guest-run");
    robot.push(KeyCode.CONTROL, KeyCode.B);
    assertThat(keys("guest-run")).isEqualTo("Ctrl+B");
    assertThat(keys("build-start")).isEqualTo("none");
    var note = OnFx.get(() -> ((Label) stage.getScene().lookup("#shortcut-note")).getText());
    assertThat(note).contains("Build");
    assertThat(desk.workbench().settings().get("keys.guest.run")).hasValue("Shortcut+B");
  }

  @Test
  void escapeKeepsAndDeleteTakesAway() {
    robot.clickOn("#keys-guest-run");
    robot.type(KeyCode.ESCAPE);
    assertThat(keys("guest-run")).isEqualTo("F5");
    robot.clickOn("#keys-guest-run");
    robot.type(KeyCode.DELETE);
    assertThat(keys("guest-run")).isEqualTo("none");
  }

  @Test
  void aBareLetterIsNoShortcut() {
    robot.clickOn("#keys-guest-run");
    robot.type(KeyCode.A);
    assertThat(keys("guest-run")).isEqualTo("Press keys…");
  }

  @Test
  void theThemeIsChosenByAPress() {
    robot.clickOn("#theme-light");
    assertThat(OnFx.get(() -> desk.look().choice().get())).isEqualTo(Look.Choice.LIGHT);
  }

  @Test
  void aLimitThatIsNoSizeIsNotKept() {
    robot.clickOn("#setting-history-limit").write("lots");
    assertThat(desk.workbench().settings().get("history.limit")).isEmpty();
    robot.eraseText(4).write("500M");
    assertThat(desk.workbench().settings().get("history.limit")).hasValue("500M");
  }

  @Test
  void theThemeIsAlsoACommandAndThePageFollows() {
    OnFx.run(
        () -> {
          LookCommands.register(table, desk.look());
          table.run("look.light");
          table.run("look.larger");
        });
    assertThat(OnFx.get(() -> desk.look().choice().get())).isEqualTo(Look.Choice.LIGHT);
    assertThat(robot.lookup("#theme-light").<ToggleButton>query().isSelected()).isTrue();
    assertThat(robot.lookup("#setting-scale").<Slider>query().getValue()).isEqualTo(1.1);
  }
}
