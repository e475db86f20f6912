// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Buttons side by side, of which always one is chosen; the first at the beginning. JavaFX thread.
///
/// @param <T> what one chooses among
public final class Segment<T> extends HBox {

  private final ToggleGroup one = new ToggleGroup();
  private final List<T> values;

  /// @param title what a button says
  /// @param changed called after each choice that is another
  public Segment(List<T> values, Function<T, String> title, Runnable changed) {
    this.values = values;
    getStyleClass().add("tri-segment");
    setMaxHeight(USE_PREF_SIZE);
    for (var value : values) {
      var button = new ToggleButton(title.apply(value));
      button.setToggleGroup(one);
      button.setMinWidth(USE_PREF_SIZE);
      getChildren().add(button);
    }
    one.selectToggle(one.getToggles().getFirst());
    one.selectedToggleProperty().addListener((_, was, now) -> moved(was, now, changed));
  }

  private void moved(Toggle was, Toggle now, Runnable changed) {
    if (now == null) {
      one.selectToggle(was);
    } else if (was != null) {
      changed.run();
    }
  }

  /// What is chosen.
  public T value() {
    return values.get(one.getToggles().indexOf(one.getSelectedToggle()));
  }

  /// Chooses as a press would.
  public void choose(T value) {
    one.selectToggle(one.getToggles().get(values.indexOf(value)));
  }
}
