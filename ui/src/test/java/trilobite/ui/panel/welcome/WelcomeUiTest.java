// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.ui.panel.Command;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;

/// The first steps.
@Tag("ui")
final class WelcomeUiTest {

  private static Button run(Parent page) {
    return page.lookupAll(".welcome-act").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().equals("Run"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aStepCanBePressedWhereItCanBeDone() {
    var desk = new FakeDesk();
    var can = new SimpleBooleanProperty(false);
    desk.commands().add(new Command("guest.run", "Run", "", "", can, () -> {}));
    var panel = new WelcomePanel();
    var page =
        OnFx.get(
            () -> {
              var node = (Parent) panel.open(desk);
              new Scene(node, 900, 620).getRoot().applyCss();
              node.layout();
              return node;
            });
    OnFx.run(() -> panel.shown(true));
    OnFx.await("its steps", () -> !page.lookupAll(".welcome-act").isEmpty());
    assertThat(OnFx.get(() -> run(page).isDisabled())).isTrue();
    OnFx.run(() -> can.set(true));
    assertThat(OnFx.get(() -> run(page).isDisabled())).isFalse();
    OnFx.run(panel::close);
  }
}
