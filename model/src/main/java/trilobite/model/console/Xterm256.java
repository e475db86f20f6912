// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

/// The 256 colours that terminals agree on: 16 that a theme gives, a cube of 6 × 6 × 6, 24 greys.
public final class Xterm256 {

  private static final int CUBE = 16;
  private static final int GREYS = 232;
  private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

  private Xterm256() {}

  /// The fixed colour of an index from 16 to 255 as `0xRRGGBB`.
  ///
  /// @throws IllegalArgumentException for the 16 colours that belong to the theme
  public static int rgb(int index) {
    if (index < CUBE || index > 255) {
      throw new IllegalArgumentException("no fixed colour has the index " + index);
    }
    if (index >= GREYS) {
      int grey = 8 + (index - GREYS) * 10;
      return (grey << 16) | (grey << 8) | grey;
    }
    int cell = index - CUBE;
    return (STEPS[cell / 36] << 16) | (STEPS[cell / 6 % 6] << 8) | STEPS[cell % 6];
  }

  /// The index whose fixed colour is nearest; each component is clamped to 0 to 255.
  static int nearest(int red, int green, int blue) {
    int r = clamp(red);
    int g = clamp(green);
    int b = clamp(blue);
    int cube = CUBE + 36 * step(r) + 6 * step(g) + step(b);
    int grey = GREYS + Math.clamp(((r + g + b) / 3 - 3) / 10, 0, 23);
    return distance(rgb(grey), r, g, b) < distance(rgb(cube), r, g, b) ? grey : cube;
  }

  private static int step(int value) {
    int best = 0;
    for (int i = 1; i < STEPS.length; i++) {
      if (Math.abs(STEPS[i] - value) < Math.abs(STEPS[best] - value)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int rgb, int r, int g, int b) {
    int dr = ((rgb >> 16) & 0xff) - r;
    int dg = ((rgb >> 8) & 0xff) - g;
    int db = (rgb & 0xff) - b;
    return dr * dr + dg * dg + db * db;
  }

  private static int clamp(int value) {
    return Math.clamp(value, 0, 255);
  }
}
