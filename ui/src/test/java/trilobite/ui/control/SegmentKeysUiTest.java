// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.ui.testing.OnFx;

@Tag("ui")
final class SegmentKeysUiTest {

  private final FxRobot robot = new FxRobot();
  private final List<String> chosen = new CopyOnWriteArrayList<>();
  private final HBox row = OnFx.get(() -> new HBox());
  private Stage stage;

  @BeforeEach
  void open() {
    OnFx.run(
        () -> {
          var group = new ToggleGroup();
          for (var word : List.of("dark", "light", "system")) {
            var button = new ToggleButton(word);
            button.setToggleGroup(group);
            button.setOnAction(_ -> chosen.add(word));
            row.getChildren().add(button);
          }
          row.getStyleClass().add("tri-segment");
          var scene = new Scene(row, 300, 60);
          SegmentKeys.install(scene);
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
          stage.requestFocus();
          at(0).setSelected(true);
          at(0).requestFocus();
        });
    OnFx.await("the focus", () -> at(0).isFocused());
  }

  @AfterEach
  void close() {
    OnFx.run(stage::close);
  }

  private ToggleButton at(int index) {
    return (ToggleButton) row.getChildren().get(index);
  }

  @Test
  void anArrowChoosesTheNeighbourAsAPressWould() {
    robot.type(KeyCode.RIGHT);
    assertThat(chosen).containsExactly("light");
    assertThat(OnFx.get(() -> at(1).isSelected() && at(1).isFocused())).isTrue();
    robot.type(KeyCode.LEFT);
    assertThat(chosen).containsExactly("light", "dark");
  }

  @Test
  void thereIsNothingBeyondTheEnds() {
    robot.type(KeyCode.LEFT);
    assertThat(chosen).isEmpty();
    assertThat(OnFx.get(() -> at(0).isSelected())).isTrue();
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(chosen).containsExactly("light", "system");
  }
}
