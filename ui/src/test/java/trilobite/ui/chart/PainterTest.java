// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import trilobite.model.time.Mark;
import trilobite.model.time.Series;
import trilobite.ui.chart.Trace.Style;

final class PainterTest {

  private static final int BACK = 0xff000000;
  private static final int GRID = 0xff202020;
  private static final int LIMIT = 0xff808080;
  private static final int BAD = 0xffff0000;
  private static final int BLUE = 0xff0000ff;
  private static final Palette PALETTE =
      new Palette(BACK, GRID, LIMIT, BAD, 0xff00ff00, 0.25, 0.8, List.of(LIMIT, BLUE));

  private static GraphSpec spec(double floor, Trace... traces) {
    return new GraphSpec("test", "Test", "", Quantity.COUNT, floor, List.of(traces), value -> "");
  }

  private static Raster paint(GraphSpec spec, Mark... marks) {
    var raster = new Raster(200, 100);
    var frame = Frame.of(spec, new TimeWindow(0, 10_000), 200, 2, 10, new SpanCache());
    new Painter(PALETTE, 1).paint(raster, frame, List.of(), List.of(marks));
    return raster;
  }

  private static boolean column(Raster raster, int x, int argb) {
    for (int y = 0; y < raster.height; y++) {
      if (raster.pixels[y * raster.width + x] == argb) {
        return true;
      }
    }
    return false;
  }

  /// Soft ends mix colours, so a stroke need not hold the pure one.
  private static boolean bluish(int argb) {
    return (argb & 0xff) > 0x60 && (argb >> 16 & 0xff) < 0x40;
  }

  private static boolean curve(Raster raster, int x) {
    for (int y = 0; y < raster.height; y++) {
      if (bluish(raster.pixels[y * raster.width + x])) {
        return true;
      }
    }
    return false;
  }

  private static Trace trace(Series series, Style style) {
    return Trace.of("t", "t", series, 1, style);
  }

  @Test
  void drawsAOneSampleSpikeToItsFullHeight() {
    var raster =
        paint(spec(100, trace(Lines.of(0, 10_000, 1, t -> t == 5_003 ? 100 : 0), Style.LINE)));
    int top = (int) (100 - 100 / 1.04) + 1;
    assertThat(raster.pixels[(top + 1) * 200 + 100]).isEqualTo(BLUE);
    assertThat(raster.pixels[50 * 200 + 100]).isEqualTo(BLUE);
    assertThat(raster.pixels[50 * 200 + 90]).isNotEqualTo(BLUE);
  }

  @Test
  void hatchesGapsAndDrawsNoCurveThere() {
    var line = Lines.of(0, 3_000, 50, t -> 50);
    line.gap(3_050);
    line.add(8_000, 50);
    line.add(10_000, 50);
    var raster = paint(spec(100, trace(line, Style.LINE)));
    assertThat(curve(raster, 100)).isFalse();
    assertThat(curve(raster, 30)).isTrue();
    boolean hatched = false;
    for (int y = 10; y < 90; y++) {
      int pixel = raster.pixels[y * 200 + 100];
      hatched |= pixel != BACK && pixel != GRID;
    }
    assertThat(hatched).isTrue();
  }

  @Test
  void mirrorsTheOtherDirectionBelowZero() {
    var line = Lines.of(0, 10_000, 50, t -> 50);
    var raster = paint(spec(100, trace(line, Style.LINE), trace(line, Style.LINE).mirrored()));
    long above = blue(raster, 0, 49);
    long below = blue(raster, 51, 100);
    assertThat(above).isPositive().isEqualTo(below);
  }

  private static long blue(Raster raster, int from, int to) {
    long count = 0;
    for (int i = from * raster.width; i < to * raster.width; i++) {
      count += bluish(raster.pixels[i]) ? 1 : 0;
    }
    return count;
  }

  @Test
  void aLimitIsDashed() {
    var raster = paint(spec(100, trace(Lines.of(0, 10_000, 100, t -> 50), Style.LIMIT)));
    int row = (int) Math.round((1 - 50 / 104.0) * 100);
    int on = 0;
    for (int x = 0; x < 200; x++) {
      on += raster.pixels[row * 200 + x] != GRID && raster.pixels[row * 200 + x] != BACK ? 1 : 0;
    }
    assertThat(on).isBetween(60, 140);
  }

  @Test
  void marksCrashesInTheColourOfErrors() {
    var raster =
        paint(
            spec(100, trace(Lines.of(0, 10_000, 100, t -> 50), Style.LINE)),
            new Mark(2_500, Mark.Kind.CRASH, "crashed"),
            new Mark(99_000, Mark.Kind.CRASH, "outside"));
    assertThat(column(raster, 50, BAD)).isTrue();
  }

  @Test
  void aGraphWithoutSeriesIsHatchedAll() {
    var raster = paint(spec(100));
    assertThat(column(raster, 10, GRID)).isTrue();
    assertThat(column(raster, 190, GRID)).isTrue();
  }

  @Test
  void strokesOutsideTheRasterAreCut() {
    var raster = new Raster(10, 10);
    raster.column(-1, 0, 10, BLUE, 1);
    raster.column(10, 0, 10, BLUE, 1);
    raster.column(5, -100, 100, BLUE, 1);
    raster.down(9, 4, BLUE, 0);
    raster.across(9, 4, BLUE, 0);
    assertThat(raster.pixels[5]).isEqualTo(BLUE);
  }
}
