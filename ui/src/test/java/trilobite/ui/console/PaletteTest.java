// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import trilobite.model.console.CellStyle;

class PaletteTest {

  private static final Color DARK = Color.web("#0d1117");
  private static final Color LIGHT = Color.WHITE;

  @Test
  void everyColourAGuestMayChooseCanBeRead() {
    for (Color paper : new Color[] {DARK, LIGHT}) {
      var palette = new Palette(Map.of(Ink.PAPER, paper, Ink.TEXT, Color.web("#808a94")));
      for (int foreground = 0; foreground <= 256; foreground++) {
        for (int background : new int[] {0, 17, 22, 197, 232, 256}) {
          var look = palette.of(new CellStyle(foreground | (background << 9)));
          assertThat(Palette.contrast(look.text(), look.paper().orElse(paper)))
              .as("%d on %d", foreground, background)
              .isGreaterThanOrEqualTo(4.5);
        }
      }
    }
  }

  @Test
  void colourThatCanBeReadStaysAsItIs() {
    assertThat(Palette.readable(Color.web("#c9d1d9"), DARK)).isEqualTo(Color.web("#c9d1d9"));
  }

  @Test
  void contrastIsThatOfWcag() {
    assertThat(Palette.contrast(Color.BLACK, Color.WHITE)).isBetween(20.99, 21.01);
    assertThat(Palette.contrast(Color.WHITE, Color.WHITE)).isEqualTo(1);
  }
}
