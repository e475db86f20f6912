// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import trilobite.model.port.Settings;

/// Where the window stood, so that it stands there again.
final class WindowBounds {

  private static final String KEY = "window.bounds";
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 1000;

  private final Settings settings;

  WindowBounds(Settings settings) {
    this.settings = settings;
  }

  void restore(Stage stage) {
    var screen = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(Fit.MIN_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(Fit.MIN_HEIGHT, screen.getHeight()));
    stage.setWidth(Math.min(WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    var layout = settings.get(KEY).map(Layout::decode).orElse(Layout.EMPTY);
    var at =
        new Rectangle2D(
            layout.number("x").orElse(screen.getMinX()),
            layout.number("y").orElse(screen.getMinY()),
            Math.max(1, layout.number("width").orElse(stage.getWidth())),
            Math.max(1, layout.number("height").orElse(stage.getHeight())));
    // A screen may have gone since: only a place that can be seen counts.
    if (layout.number("x").isPresent() && !Screen.getScreensForRectangle(at).isEmpty()) {
      stage.setX(at.getMinX());
      stage.setY(at.getMinY());
      stage.setWidth(Math.max(stage.getMinWidth(), at.getWidth()));
      stage.setHeight(Math.max(stage.getMinHeight(), at.getHeight()));
    }
    stage.setMaximized(layout.text("maximised").equals(java.util.Optional.of("true")));
  }

  void keep(Stage stage) {
    if (!stage.isMaximized() && !stage.isIconified()) {
      settings.put(
          KEY,
          Layout.EMPTY
              .with("x", stage.getX())
              .with("y", stage.getY())
              .with("width", stage.getWidth())
              .with("height", stage.getHeight())
              .encode());
    } else if (stage.isMaximized()) {
      var before = settings.get(KEY).map(Layout::decode).orElse(Layout.EMPTY);
      settings.put(KEY, before.with("maximised", "true").encode());
    }
  }
}
