// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

/// A colour of the canvas. Its value comes from the style sheet, where it is called like itself
/// with `-line-` before it, because a canvas cannot look up tokens by itself.
enum Ink {
  PAPER,
  TEXT,
  STRONG,
  TIME,
  SELECTION,
  SELECTION_OFF,
  CURSOR,
  HIT,
  HIT_NOW,
  HOST,
  WARN,
  ERROR,
  ERROR_ROW,
  OTHER_ROW,
  BLACK,
  RED,
  GREEN,
  YELLOW,
  BLUE,
  MAGENTA,
  CYAN,
  WHITE,
  BRIGHT_BLACK,
  BRIGHT_WHITE;

  private static final Ink[] SIXTEEN = {
    BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE,
    BRIGHT_BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, BRIGHT_WHITE
  };

  /// One of the 16 colours that a theme gives; the bright ones are as bright as the others.
  static Ink ofSixteen(int index) {
    return SIXTEEN[index];
  }
}
