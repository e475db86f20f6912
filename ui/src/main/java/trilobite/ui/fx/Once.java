// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// Waits for a value on the JavaFX thread without blocking it.
public final class Once {
  private Once() {}

  /// Runs `then` when the value is present, now or the first time it becomes so.
  public static <T> void present(ObservableValue<Optional<T>> value, Runnable then) {
    if (value.getValue().isPresent()) {
      then.run();
      return;
    }
    value.addListener(
        new ChangeListener<Optional<T>>() {
          @Override
          public void changed(
              ObservableValue<? extends Optional<T>> source, Optional<T> was, Optional<T> now) {
            if (now.isPresent()) {
              source.removeListener(this);
              then.run();
            }
          }
        });
  }
}
