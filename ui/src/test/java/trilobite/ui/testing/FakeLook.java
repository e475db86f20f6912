// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import trilobite.ui.panel.Look;
import trilobite.ui.theme.Theme;

/// A look that a test sets; dark, unscaled and still by default.
public final class FakeLook implements Look {

  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.DARK);
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private final BooleanProperty reduceMotion = new SimpleBooleanProperty(true);

  private final BooleanProperty highContrast = new SimpleBooleanProperty();

  @Override
  public BooleanProperty highContrast() {
    return highContrast;
  }

  @Override
  public ObjectProperty<Choice> choice() {
    return choice;
  }

  @Override
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  @Override
  public DoubleProperty scale() {
    return scale;
  }

  @Override
  public BooleanProperty reduceMotion() {
    return reduceMotion;
  }
}
