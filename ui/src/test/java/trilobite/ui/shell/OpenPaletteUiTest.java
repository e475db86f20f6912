// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.ui.palette.Item;
import trilobite.ui.testing.OnFx;
import trilobite.ui.theme.Theme;

/// A palette that is open while what it lists changes.
@Tag("ui")
final class OpenPaletteUiTest {

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
  }

  @AfterEach
  void close() {
    OnFx.run(stage::close);
    window.close();
  }

  private ListView<?> list() {
    return (ListView<?>) window.scene().lookup("#palette-list");
  }

  private Optional<Item> line(String title) {
    return OnFx.get(
        () ->
            list().getItems().stream()
                .map(Item.class::cast)
                .filter(item -> item.title().equals(title))
                .findFirst());
  }

  private String chosen() {
    return OnFx.get(() -> ((Item) list().getSelectionModel().getSelectedItem()).title());
  }

  private void write(String text) {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    window.awaitNode("#palette-field");
    robot.write(text);
  }

  @Test
  void whatCanBeDoneFollowsTheGuest() {
    write(">stop");
    OnFx.await("Stop", () -> line("Stop").filter(item -> !item.usable()).isPresent());
    assertThat(line("Stop").orElseThrow().detail()).isEqualTo("No guest runs.");
    OnFx.run(() -> window.shell().session().startRun());
    window.awaitChip("Running");
    OnFx.await("Stop can be done", () -> line("Stop").filter(Item::usable).isPresent());
    assertThat(line("Stop").orElseThrow().detail()).isEmpty();
    robot.type(KeyCode.ENTER);
    window.awaitChip("Stopped");
  }

  @Test
  void enterDoesNotDoWhatCameIntoThePlaceOfTheChosenLine() {
    write(">run");
    OnFx.await("Run", () -> chosen().equals("Run"));
    OnFx.run(() -> window.shell().session().startRun());
    window.awaitChip("Running");
    OnFx.await("Run cannot be done", () -> line("Run").filter(i -> !i.usable()).isPresent());
    assertThat(chosen()).isEqualTo("Run");
  }
}
