// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.theme;

import javafx.scene.text.Font;

/// The packed fonts. JavaFX knows each weight of Inter by a family of its own.
public final class Fonts {

  public static final String TEXT = "Inter";
  public static final String STRONG = "Inter SemiBold";
  public static final String MONO = "JetBrains Mono";

  private static final String[] FILES = {
    "fonts/inter/Inter-Regular.otf",
    "fonts/inter/Inter-SemiBold.otf",
    "fonts/jetbrains-mono/JetBrainsMono-Regular.ttf",
    "fonts/jetbrains-mono/JetBrainsMono-Bold.ttf",
  };

  private static boolean loaded;

  private Fonts() {}

  /// Makes the fonts known to JavaFX, once. A font that is missing is replaced by the system's.
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    loaded = true;
    for (var file : FILES) {
      var url = Fonts.class.getClassLoader().getResource(file);
      if (url != null) {
        Font.loadFont(url.toExternalForm(), Theme.ROOT_PX);
      }
    }
  }
}
