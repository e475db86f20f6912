// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.Arrays;

/// Opaque ARGB pixels with the few strokes that graphs are made of. Graphs are columns of time, so
/// each stroke is a vertical run with soft ends: that costs a fraction of a path and looks the
/// same.
///
/// Everything outside the raster is cut.
final class Raster {

  final int width;
  final int height;
  final int[] pixels;

  Raster(int width, int height) {
    this(width, height, new int[width * height]);
  }

  Raster(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  void fill(int argb) {
    Arrays.fill(pixels, argb);
  }

  /// Mixes a colour over one pixel; `coverage` from 0 to 1.
  void blend(int x, int y, int argb, double coverage) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      int at = y * width + x;
      pixels[at] = mix(pixels[at], argb, (int) (coverage * 256));
    }
  }

  private static int mix(int under, int over, int share) {
    int rest = 256 - share;
    int rb = ((under & 0xff00ff) * rest + (over & 0xff00ff) * share) >>> 8;
    int g = ((under & 0x00ff00) * rest + (over & 0x00ff00) * share) >>> 8;
    return 0xff000000 | (rb & 0xff00ff) | (g & 0x00ff00);
  }

  /// A vertical run from `top` to `bottom`, in pixels from the upper edge, with soft ends.
  void column(int x, double top, double bottom, int argb, double opacity) {
    double from = Math.max(0, top);
    double to = Math.min(height, bottom);
    if (x < 0 || x >= width || !(to > from)) {
      return;
    }
    int first = (int) from;
    int last = Math.min(height - 1, (int) Math.ceil(to) - 1);
    if (first == last) {
      blend(x, first, argb, (to - from) * opacity);
      return;
    }
    blend(x, first, argb, (first + 1 - from) * opacity);
    int share = (int) (opacity * 256);
    for (int at = (first + 1) * width + x; at < last * width + x; at += width) {
      pixels[at] = mix(pixels[at], argb, share);
    }
    blend(x, last, argb, (to - last) * opacity);
  }

  /// A horizontal line; `dash` pixels on and as many off, 0 for a whole one.
  void across(int y, int thickness, int argb, int dash) {
    for (int row = y; row < y + thickness; row++) {
      for (int x = 0; x < width; x++) {
        if (dash == 0 || x / dash % 2 == 0) {
          blend(x, row, argb, 1);
        }
      }
    }
  }

  /// A vertical line; `dash` pixels on and as many off, 0 for a whole one.
  void down(int x, int thickness, int argb, int dash) {
    for (int y = 0; y < height; y++) {
      if (dash == 0 || y / dash % 2 == 0) {
        for (int column = x; column < x + thickness; column++) {
          blend(column, y, argb, 1);
        }
      }
    }
  }

  /// Slanted hatching of whole columns from `left` up to but without `right`.
  void hatch(int left, int right, int spacing, int thickness, int argb, double opacity) {
    for (int y = 0; y < height; y++) {
      for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
        if (Math.floorMod(x + y, spacing) < thickness) {
          blend(x, y, argb, opacity);
        }
      }
    }
  }
}
