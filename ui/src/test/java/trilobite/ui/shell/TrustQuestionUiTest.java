// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.theme.Theme;

/// The question of trust, by keyboard.
@Tag("ui")
final class TrustQuestionUiTest {

  private final FxRobot robot = new FxRobot();
  private TestWindow window;
  private Stage stage;

  @BeforeEach
  void open() {
    window = TestWindow.open(Theme.DARK, 1000, 900);
    stage =
        OnFx.get(
            () -> {
              var shown = new Stage();
              shown.setScene(window.scene());
              shown.show();
              return shown;
            });
    window.withProject();
    window.bench().projects().distrust(Samples.FOLDER, "Build runs: make -j2");
    OnFx.run(() -> window.panel("console").focus());
    robot.type(KeyCode.F5);
    OnFx.await("the focus on the safe answer", () -> focused("trust-no"));
  }

  @AfterEach
  void close() {
    OnFx.run(stage::close);
    window.close();
  }

  private boolean focused(String id) {
    return Optional.ofNullable(window.scene().getFocusOwner())
        .map(Node::getId)
        .filter(id::equals)
        .isPresent();
  }

  private boolean asked() {
    return window.find("#trust-no").isPresent();
  }

  @Test
  void escapeSaysNotNowAndGivesTheFocusBack() {
    robot.type(KeyCode.ESCAPE);
    OnFx.await("no question", () -> !asked());
    OnFx.await("the focus", () -> focused("button-console"));
    assertThat(window.bench().guests().requests()).isEmpty();
  }

  @Test
  void theAnswerThatEnterWouldGiveHasTheRing() {
    var no = (Region) window.find("#trust-no").orElseThrow();
    assertThat(OnFx.get(no::getBorder)).isNotNull();
    var yes = (Region) window.find("#trust-yes").orElseThrow();
    assertThat(OnFx.get(yes::getBorder)).isNull();
  }

  @Test
  void aKeyGoesToTheOtherAnswer() {
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    OnFx.await("the other answer", () -> focused("trust-yes"));
    robot.type(KeyCode.ENTER);
    window.awaitChip("Running");
    assertThat(asked()).isFalse();
  }
}
