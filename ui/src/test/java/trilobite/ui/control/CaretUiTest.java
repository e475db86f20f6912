// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trilobite.model.job.Subscription;
import trilobite.ui.testing.OnFx;

@Tag("ui")
@Timeout(60)
class CaretUiTest {

  private final TextField field = OnFx.get(TextField::new);
  private final Button other = OnFx.get(Button::new);
  private final Stage stage = OnFx.get(this::show);
  private final Subscription blinking = OnFx.get(() -> Caret.blinkIn(stage.getScene()));

  private Stage show() {
    var shown = new Stage();
    shown.setScene(new Scene(new VBox(field, other)));
    shown.show();
    return shown;
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          blinking.close();
          stage.close();
        });
  }

  @Test
  void blinksInTheFieldThatHasTheFocusAndNowhereElse() {
    OnFx.run(field::requestFocus);
    for (boolean off : List.of(true, false, true)) {
      OnFx.await("off: " + off, () -> off() == off);
    }
    OnFx.run(other::requestFocus);
    assertThat(OnFx.get(this::off)).isFalse();
  }

  private boolean off() {
    return field.getPseudoClassStates().contains(Caret.OFF);
  }
}
