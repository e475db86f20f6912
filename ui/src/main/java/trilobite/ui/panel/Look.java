// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import trilobite.ui.theme.Theme;

/// How the window looks. JavaFX thread only; what is set here is kept as a setting.
public interface Look {

  /// What the user chose.
  ObjectProperty<Choice> choice();

  /// The theme in force. Whatever draws by itself listens to this and takes its colours from
  /// [Theme#colour].
  ReadOnlyObjectProperty<Theme> theme();

  /// UI scale, 0.8 to 2. Whatever draws by itself multiplies its sizes by it.
  DoubleProperty scale();

  /// No fades and no moving parts; also where the system asks for it.
  BooleanProperty reduceMotion();

  /// Borders of controls at 3:1 and better.
  BooleanProperty highContrast();

  /// A choice of theme.
  enum Choice {
    DARK,
    LIGHT,
    SYSTEM
  }
}
