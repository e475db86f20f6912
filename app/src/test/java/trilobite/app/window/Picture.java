// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;

/// Looks at a part of a picture, whether anything is drawn there. A picture of an empty window is
/// made as easily as one of a full one, and nobody looks at each.
record Picture(BufferedImage image) {

  /// Text covers some percent of a panel; a line at its edge does not make it full.
  private static final double LEAST_SHARE = 0.004;

  private static final int FEWEST_COLOURS = 12;
  private static final int NEAR = 24;

  /// The part of the picture that a node covers.
  Picture part(Bounds onScreen) {
    int left = Math.max(0, (int) onScreen.getMinX());
    int top = Math.max(0, (int) onScreen.getMinY());
    int right = Math.min(image.getWidth(), (int) onScreen.getMaxX());
    int bottom = Math.min(image.getHeight(), (int) onScreen.getMaxY());
    return new Picture(image.getSubimage(left, top, right - left, bottom - top));
  }

  /// Fails unless letters or curves stand on the ground.
  void requireContent(String what) {
    var colours = colours();
    int ground = colours.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    double share = 1 - (double) ground / (image.getWidth() * image.getHeight());
    if (colours.size() < FEWEST_COLOURS || share < LEAST_SHARE) {
      throw new AssertionError(
          "%s is empty: %d colours, %.2f %% of it unlike its ground"
              .formatted(what, colours.size(), share * 100));
    }
  }

  private Map<Integer, Integer> colours() {
    var counts = new HashMap<Integer, Integer>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counts.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    return counts;
  }

  /// How many pixels have about this colour.
  long like(int rgb) {
    return colours().entrySet().stream()
        .filter(one -> near(one.getKey(), rgb))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static boolean near(int a, int b) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((a >> shift & 255) - (b >> shift & 255)) > NEAR) {
        return false;
      }
    }
    return true;
  }
}
