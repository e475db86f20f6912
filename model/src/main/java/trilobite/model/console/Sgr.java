// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

/// Select Graphic Rendition: turns the numbers of `ESC [ … m` into a packed [CellStyle]. Blinking
/// and concealed text stay plain, so that nothing flashes and nothing hides; colours of underlines
/// are left out.
final class Sgr {

  private Sgr() {}

  static int apply(int style, Parameters numbers) {
    int result = style;
    int i = 0;
    while (i < numbers.count()) {
      int code = numbers.get(i, 0);
      int parts = parts(numbers, i);
      if (code == 38 || code == 48 || code == 58) {
        int used = parts > 1 ? parts : separated(numbers, i);
        int colour = colour(numbers, i, parts);
        if (colour >= 0 && code == 38) {
          result = CellStyle.withForeground(result, colour);
        } else if (colour >= 0 && code == 48) {
          result = CellStyle.withBackground(result, colour);
        }
        i += used;
      } else {
        boolean off = code == 4 && parts > 1 && numbers.get(i + 1, 1) == 0;
        result = off ? result & ~CellStyle.UNDERLINE : simple(result, code);
        i += parts;
      }
    }
    return result;
  }

  private static int simple(int style, int code) {
    return switch (code) {
      case 0 -> 0;
      case 1 -> style | CellStyle.BOLD;
      case 2 -> style | CellStyle.DIM;
      case 3 -> style | CellStyle.ITALIC;
      case 4, 21 -> style | CellStyle.UNDERLINE;
      case 7 -> style | CellStyle.INVERSE;
      case 9 -> style | CellStyle.STRIKE;
      case 22 -> style & ~(CellStyle.BOLD | CellStyle.DIM);
      case 23 -> style & ~CellStyle.ITALIC;
      case 24 -> style & ~CellStyle.UNDERLINE;
      case 27 -> style & ~CellStyle.INVERSE;
      case 29 -> style & ~CellStyle.STRIKE;
      case 39 -> CellStyle.withForeground(style, -1);
      case 49 -> CellStyle.withBackground(style, -1);
      default -> sixteen(style, code);
    };
  }

  private static int sixteen(int style, int code) {
    if (code >= 30 && code <= 37) {
      return CellStyle.withForeground(style, code - 30);
    }
    if (code >= 40 && code <= 47) {
      return CellStyle.withBackground(style, code - 40);
    }
    if (code >= 90 && code <= 97) {
      return CellStyle.withForeground(style, code - 90 + 8);
    }
    if (code >= 100 && code <= 107) {
      return CellStyle.withBackground(style, code - 100 + 8);
    }
    return style;
  }

  /// The number at `i` and those joined to it by colons.
  private static int parts(Parameters numbers, int i) {
    int parts = 1;
    while (numbers.joined(i + parts)) {
      parts++;
    }
    return parts;
  }

  /// How many numbers a colour takes when semicolons separate them.
  private static int separated(Parameters numbers, int i) {
    return switch (numbers.get(i + 1, 0)) {
      case 5 -> 3;
      case 2 -> 5;
      default -> 2;
    };
  }

  private static int colour(Parameters numbers, int i, int parts) {
    int kind = numbers.get(i + 1, 0);
    if (kind == 5) {
      int index = numbers.get(i + 2, 0);
      return i + 2 < numbers.count() && index <= 255 ? index : -1;
    }
    if (kind != 2) {
      return -1;
    }
    // With colons a colour space may stand before the three components.
    int first = parts > 5 ? i + 3 : i + 2;
    if (first + 2 >= numbers.count()) {
      return -1;
    }
    return Xterm256.nearest(
        numbers.get(first, 0), numbers.get(first + 1, 0), numbers.get(first + 2, 0));
  }
}
