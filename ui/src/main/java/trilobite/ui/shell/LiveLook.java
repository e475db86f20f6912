// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import trilobite.model.port.Settings;
import trilobite.ui.panel.Look;
import trilobite.ui.theme.Theme;

/// The look in force, kept as settings and following the system where asked to. JavaFX does not
/// know what the system wishes before it runs: until [#follow], what the system wished last is in
/// force.
final class LiveLook implements Look {

  private static final String THEME = "ui.theme";
  private static final String SCALE = "ui.scale";
  private static final String MOTION = "ui.reduceMotion";
  private static final String CONTRAST = "ui.highContrast";
  private static final String LAST = "ui.theme.last";

  private final Settings settings;
  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.DARK);
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private final BooleanProperty reduceMotion = new SimpleBooleanProperty();
  private final BooleanProperty highContrast = new SimpleBooleanProperty();

  LiveLook(Settings settings) {
    this.settings = settings;
    choice.set(read(settings.get(THEME).orElse("")));
    scale.set(number(settings.get(SCALE).orElse("1")));
    reduceMotion.set(settings.get(MOTION).map(Boolean::parseBoolean).orElse(false));
    highContrast.set(settings.get(CONTRAST).map(Boolean::parseBoolean).orElse(false));
    theme.set(last(settings));
  }

  /// From now on follows the system, and keeps what is chosen. JavaFX thread.
  void follow() {
    var system = Platform.getPreferences();
    reduceMotion.set(
        settings.get(MOTION).map(Boolean::parseBoolean).orElse(system.isReducedMotion()));
    decide();
    system.colorSchemeProperty().addListener(_ -> decide());
    choice.addListener((_, _, now) -> keep(THEME, now.name()));
    scale.addListener((_, _, now) -> keep(SCALE, Double.toString(now.doubleValue())));
    highContrast.addListener((_, _, now) -> keep(CONTRAST, now.toString()));
    reduceMotion.addListener((_, _, now) -> keep(MOTION, now.toString()));
  }

  /// Keeps a scene in this look.
  void dress(Scene scene) {
    Runnable apply = () -> theme.get().apply(scene, scale.get(), highContrast.get());
    apply.run();
    theme.addListener(_ -> apply.run());
    scale.addListener(_ -> apply.run());
    highContrast.addListener(_ -> apply.run());
  }

  @Override
  public ObjectProperty<Choice> choice() {
    return choice;
  }

  @Override
  public ReadOnlyObjectProperty<Theme> theme() {
    return theme.getReadOnlyProperty();
  }

  @Override
  public DoubleProperty scale() {
    return scale;
  }

  @Override
  public BooleanProperty reduceMotion() {
    return reduceMotion;
  }

  @Override
  public BooleanProperty highContrast() {
    return highContrast;
  }

  private void keep(String key, String value) {
    settings.put(key, value);
    decide();
  }

  private void decide() {
    theme.set(theme(choice.get(), LiveLook::system));
    if (choice.get() == Choice.SYSTEM) {
      settings.put(LAST, theme.get().name());
    }
  }

  /// The theme that the last look left. Any thread.
  static Theme last(Settings settings) {
    return theme(read(settings.get(THEME).orElse("")), () -> read(settings.get(LAST).orElse("")));
  }

  private static Choice system() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT
        ? Choice.LIGHT
        : Choice.DARK;
  }

  private static Theme theme(Choice choice, Supplier<Choice> system) {
    var decided = choice == Choice.SYSTEM ? system.get() : choice;
    return decided == Choice.LIGHT ? Theme.LIGHT : Theme.DARK;
  }

  private static Choice read(String text) {
    return switch (text) {
      case "DARK" -> Choice.DARK;
      case "LIGHT" -> Choice.LIGHT;
      default -> Choice.SYSTEM;
    };
  }

  private static double number(String text) {
    try {
      return Math.clamp(Double.parseDouble(text), Theme.MIN_SCALE, Theme.MAX_SCALE);
    } catch (NumberFormatException none) {
      return 1;
    }
  }
}
