// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.ui.testing.OnFx;

@Tag("ui")
final class FirstFrameTest {

  @Test
  void aShownWindowIsPaintedAndAHiddenOneIsNot() throws Exception {
    var shown = new CountDownLatch(1);
    var hidden = new CountDownLatch(1);
    var stages = new AtomicReference<Stage>();
    OnFx.run(
        () -> {
          var stage = new Stage();
          stages.set(stage);
          stage.setScene(new Scene(new Label("first"), 100, 50));
          FirstFrame.of(new Stage(), hidden::countDown);
          FirstFrame.of(stage, shown::countDown);
          stage.show();
        });
    assertThat(shown.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(hidden.getCount()).isEqualTo(1);
    OnFx.run(() -> stages.get().close());
  }

  @Test
  void theWindowStaysUnlessTheEnvironmentAsksItToLeave() throws Exception {
    var stages = new AtomicReference<Stage>();
    OnFx.run(
        () -> {
          var stage = new Stage();
          stages.set(stage);
          stage.show();
          FirstFrame.tell(stage, null);
        });
    assertThat(stages.get().isShowing()).isTrue();
    OnFx.run(() -> FirstFrame.tell(stages.get(), "leave"));
    assertThat(stages.get().isShowing()).isFalse();
  }
}
