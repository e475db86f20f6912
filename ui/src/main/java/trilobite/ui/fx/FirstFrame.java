// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.time.HostClock;

/// Knows when a window was first painted: the end of the start-up time, the moment to end a run
/// that trains the start-up cache, and the proof that a package shows its window.
public final class FirstFrame {
  private static final Logger log = LoggerFactory.getLogger(FirstFrame.class);

  /// Frames begin with a pulse, and the next pulse comes after the frame was handed to the screen.
  private static final int PULSES = 2;

  private static final String LEAVE = "leave";

  private FirstFrame() {}

  /// Calls `painted` on the JavaFX thread after the first frame of a window that is being shown.
  public static void of(Stage stage, Runnable painted) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (stage.isShowing() && ++pulses > PULSES) {
          stop();
          painted.run();
        }
      }
    }.start();
  }

  /// Logs how long the process needed until the window's first frame. Where the environment says
  /// `TRILOBITE_FIRST_FRAME=leave`, also prints it to standard error as one JSON object and closes
  /// the window.
  public static void report(Stage stage) {
    of(stage, () -> tell(stage, System.getenv("TRILOBITE_FIRST_FRAME")));
  }

  static void tell(Stage stage, @Nullable String wish) {
    long millis = sinceProcessStart().toMillis();
    log.debug("First frame {} ms after the process started", millis);
    if (LEAVE.equals(wish)) {
      System.err.println("{\"event\":\"painted\",\"ms\":" + millis + "}");
      stage.close();
    }
  }

  private static Duration sinceProcessStart() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> Duration.between(start, HostClock.wall()))
        .orElse(Duration.ZERO);
  }
}
