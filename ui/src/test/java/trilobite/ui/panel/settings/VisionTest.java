// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class VisionTest {

  @ParameterizedTest
  @EnumSource(Vision.class)
  void greysStayAsTheyAre(Vision vision) {
    for (var grey : new Color[] {Color.BLACK, Color.web("#8b949e").grayscale(), Color.WHITE}) {
      assertThat(vision.of(grey).getRed()).isCloseTo(grey.getRed(), byHairs());
      assertThat(vision.of(grey).getBlue()).isCloseTo(grey.getBlue(), byHairs());
    }
  }

  private static org.assertj.core.data.Offset<Double> byHairs() {
    return org.assertj.core.data.Offset.offset(0.005);
  }

  @Test
  void redAndGreenComeCloserToEachOtherWithoutCones() {
    assertThat(distance(Vision.PROTAN)).isLessThan(distance(Vision.NORMAL) * 0.7);
    assertThat(distance(Vision.DEUTAN)).isLessThan(distance(Vision.NORMAL) * 0.7);
    assertThat(Vision.NORMAL.of(Color.RED)).isEqualTo(Color.RED);
  }

  private static double distance(Vision vision) {
    var red = vision.of(Color.web("#cf222e"));
    var green = vision.of(Color.web("#1a7f37"));
    return Math.abs(red.getRed() - green.getRed()) + Math.abs(red.getGreen() - green.getGreen());
  }
}
