// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparklineTest {

  /// A line of 40 px, of which the edges take two.
  @ParameterizedTest
  @CsvSource({
    "0, 0.1,  true, 5,  0.76",
    "0, 5,    true, 5,  38",
    "0, 90,   true, 5,  38",
    "90, 100, true, 5,  3.8",
    "2000000, 2004096, false, 65536, 2.375",
    "7, 7,    true, 5,  0",
  })
  void whatIsSmallerThanTheFloorDoesNotFillTheHeight(
      double from, double to, boolean fromZero, double floor, double rise) {
    var line = new Sparkline("guest-cpu", fromZero, floor);
    line.resize(60, 40);
    line.show(List.of(from, to));
    line.layout();
    var points = ((Polyline) line.getChildrenUnmodifiable().getFirst()).getPoints();
    var heights = IntStream.of(1, 3).mapToObj(points::get).toList();
    assertThat(heights.get(0) - heights.get(1))
        .isCloseTo(rise, org.assertj.core.api.Assertions.within(0.01));
  }
}
