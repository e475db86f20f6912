// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javafx.geometry.BoundingBox;
import org.junit.jupiter.api.Test;

class PictureTest {

  private final BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);

  @Test
  void aBlankWindowIsNoPicture() {
    assertThatThrownBy(() -> new Picture(image).requireContent("the window"))
        .hasMessageContaining("the window is empty");
  }

  @Test
  void anEmptyPanelBesideAFullOneIsFound() {
    var pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    for (int y = 20; y < 200; y += 20) {
      pen.drawString("int main(void)", 10, y);
    }
    pen.drawLine(210, 0, 210, 200);
    var picture = new Picture(image);
    assertThatCode(() -> picture.part(new BoundingBox(0, 0, 200, 200)).requireContent("left"))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> picture.part(new BoundingBox(201, 0, 199, 200)).requireContent("right"))
        .hasMessageContaining("right is empty");
  }

  @Test
  void aCurveIsKnownByItsColour() {
    image.createGraphics().fillRect(0, 0, 10, 10);
    assertThat(new Picture(image).like(0xfefefe)).isEqualTo(100);
    assertThat(new Picture(image).like(0x4189ea)).isZero();
  }
}
