// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trilobite.ui.panel.Command;
import trilobite.ui.testing.FakeSettings;

final class CommandTableTest {

  private final FakeSettings settings = new FakeSettings();
  private final CommandTable table = new CommandTable(settings);
  private final AtomicInteger runs = new AtomicInteger();
  private final SimpleBooleanProperty enabled = new SimpleBooleanProperty(true);

  @BeforeEach
  void twoCommands() {
    table.add(new Command("run", "Run", "", "F5", enabled, runs::incrementAndGet));
    table.add(new Command("build", "Build", "", "Alt+B", enabled, () -> {}));
  }

  private static KeyEvent press(KeyCode code, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false);
  }

  @Test
  void keysFindTheirCommand() {
    assertThat(table.match(press(KeyCode.F5, false)).map(Command::id)).hasValue("run");
    assertThat(table.match(press(KeyCode.B, true)).map(Command::id)).hasValue("build");
    assertThat(table.match(press(KeyCode.B, false))).isEmpty();
  }

  @Test
  void whatMakesNoSenseNowIsNotRun() {
    enabled.set(false);
    assertThat(table.run("run")).isFalse();
    assertThat(runs).hasValue(0);
  }

  @Test
  void reboundKeysAreKeptAndTakenFromTheirOldOwner() {
    assertThat(table.rebind("run", "Alt+B")).hasValue("build");
    assertThat(table.keys("run")).isEqualTo("Alt+B");
    assertThat(table.keys("build")).isEmpty();
    assertThat(new CommandTable(settings).keys("run")).isEmpty();
    assertThat(settings.get("keys.run")).hasValue("Alt+B");
  }

  @Test
  void aResetBringsTheFirstKeysBack() {
    table.rebind("run", "");
    assertThat(table.keys("run")).isEmpty();
    table.resetKeys("run");
    assertThat(table.keys("run")).isEqualTo("F5");
  }

  @Test
  void whatIsNoCombinationIsRefusedAndNeverBelieved() {
    assertThatThrownBy(() -> table.rebind("run", "Nonsense+Q+"))
        .isInstanceOf(IllegalArgumentException.class);
    settings.put("keys.run", "Nonsense+Q+");
    assertThat(table.keys("run")).isEqualTo("F5");
    assertThat(table.match(press(KeyCode.F5, false))).isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"BACK_QUOTE", "PAGE_UP", "PAGE_DOWN", "COMMA", "LEFT", "INSERT", "F5", "K"})
  void aKeyIsMeantByItsName(KeyCode key) {
    for (var name : List.of(key.name(), key.getName())) {
      assertThat(Keys.read("Alt+" + name).match(press(key, true))).as(name).isTrue();
    }
    assertThatThrownBy(() -> Keys.read("Alt+NO_SUCH_KEY"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void peopleReadCtrl() {
    assertThat(Keys.shown("Alt+LEFT")).isEqualTo("Alt+←");
    assertThat(Keys.shown("")).isEmpty();
  }
}
