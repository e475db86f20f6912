// SPDX-License-Identifier: Apache-2.0
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that JavaFX can show: a window of the program's size with nothing in it. Says when it was
/// painted, at the same pulse as the program does, and ends.
public final class EmptyWindow {

  private static final int PULSES = 2;

  private EmptyWindow() {}

  public static void main(String[] args) {
    Platform.startup(
        () -> {
          var stage = new Stage();
          stage.setScene(new Scene(new StackPane(), 1600, 1000));
          stage.show();
          new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
              if (++pulses > PULSES) {
                stop();
                System.err.println("{\"event\":\"painted\"}");
                Platform.exit();
              }
            }
          }.start();
        });
  }
}
