// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Sizes of the grid, in px.
///
/// @param cell width of a column
/// @param row height of a row
/// @param small font of the margin
record Metrics(Font font, Font bold, Font small, double cell, double smallCell, double row) {

  private static final int SAMPLE = 100;
  private static final double LEADING = 1.5;
  private static final double SMALL = 11.5 / 12;

  static Metrics of(Font font) {
    Font small = Font.font(font.getFamily(), font.getSize() * SMALL);
    return new Metrics(
        font,
        Font.font(font.getFamily(), FontWeight.BOLD, font.getSize()),
        small,
        width(font),
        width(small),
        Math.round(font.getSize() * LEADING));
  }

  private static double width(Font font) {
    var text = new Text("0".repeat(SAMPLE));
    text.setFont(font);
    text.setTextOrigin(VPos.TOP);
    return text.getLayoutBounds().getWidth() / SAMPLE;
  }
}
