// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.time.Sample;
import trilobite.model.time.Series;
import trilobite.model.time.SeriesInfo;
import trilobite.model.time.Spans;
import trilobite.model.time.Timeline;

final class SpanCacheTest {

  private static final Palette PALETTE =
      new Palette(
          0xff000000,
          0xff202020,
          0xff808080,
          0xffff0000,
          0xff00ff00,
          0.25,
          0.8,
          List.of(0xff808080, 0xff0000ff, 0xff00ff00, 0xffff00ff));

  /// Whole milliseconds fall on edges of columns, others between them.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void paintsWhatOneWithoutMemoryPaints(long seed) {
    var random = new Random(seed);
    var lines = List.of(line(), line(), line());
    var spec = spec(lines);
    var viewport = new Viewport(new Viewport.Range.Newest(6_000));
    var remembering = new SpanCache();
    double now = seed % 3 == 0 ? 400_000_000 : 0;
    double grain = seed % 2 == 0 ? 1 : 0.37;
    int columns = 120;
    for (int frame = 0; frame < 400; frame++) {
      double until = now + random.nextInt(40) * grain;
      for (; now < until; now += grain) {
        for (var line : lines) {
          grow(line, now, random);
        }
      }
      columns = random.nextInt(40) == 0 ? 60 + random.nextInt(200) : columns;
      move(viewport, now, random);
      // Samples come a little after the time at which they are due to be seen.
      var window = viewport.window(now + random.nextInt(200)).aligned(columns);
      assertThat(pixels(spec, window, columns, remembering))
          .as("seed %s, frame %s, %s", seed, frame, window)
          .isEqualTo(pixels(spec, window, columns, new SpanCache()));
    }
  }

  private static Timeline line() {
    return Lines.empty("packets", false);
  }

  private static GraphSpec spec(List<Timeline> lines) {
    var styles = List.of(Trace.Style.LINE, Trace.Style.AREA, Trace.Style.BARS);
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < lines.size(); i++) {
      traces.add(Trace.of("t" + i, "t", lines.get(i), i + 1, styles.get(i)));
    }
    return new GraphSpec("test", "Test", "", Quantity.COUNT, 0, traces, value -> "");
  }

  private static void grow(Timeline line, double t, Random random) {
    switch (random.nextInt(60)) {
      case 0 -> line.gap(t);
      case 1 -> line.add(t, 90 + random.nextInt(10));
      // Nothing came: samples farther apart than columns are wide.
      case 2, 3, 4, 5, 6, 7, 8, 9, 10 -> {}
      default -> line.add(t, random.nextInt(30));
    }
  }

  private static void move(Viewport viewport, double now, Random random) {
    switch (random.nextInt(30)) {
      case 0 -> viewport.zoom(random.nextBoolean() ? 0.5 : 2, now, now);
      case 1 -> viewport.zoom(0.7, now - random.nextInt(2_000), now);
      case 2 -> viewport.pan(random.nextInt(4_000) - 2_000.0, now);
      case 3 -> viewport.fit();
      case 4 -> viewport.pause(now);
      case 5 -> viewport.resume();
      default -> {}
    }
  }

  private static int[] pixels(GraphSpec spec, TimeWindow window, int columns, SpanCache cache) {
    var raster = new Raster(columns, 40);
    var frame = Frame.of(spec, window, columns, 2, 10, cache);
    new Painter(PALETTE, 1).paint(raster, frame, List.of(), List.of());
    return raster.pixels;
  }

  @Test
  void readsOnlyTheNewestColumnsWhileItFollows() {
    var line = Lines.of(0, 60_000, 1, t -> t);
    var counted = new Counted(line);
    var cache = new SpanCache();
    cache.spans(counted, new TimeWindow(0, 60_000).aligned(1_000), 1_000);
    assertThat(counted.asked).isEqualTo(1_001);
    line.add(60_050, 1);
    cache.spans(counted, new TimeWindow(60, 60_060).aligned(1_000), 1_000);
    assertThat(counted.asked).isLessThan(10);
    cache.keep(List.of());
    cache.spans(counted, new TimeWindow(60, 60_060).aligned(1_000), 1_000);
    assertThat(counted.asked).isEqualTo(1_001);
  }

  /// Remembers how many columns were asked for last.
  private static final class Counted implements Series {
    private final Series of;
    private int asked;

    Counted(Series of) {
      this.of = of;
    }

    @Override
    public SeriesInfo info() {
      return of.info();
    }

    @Override
    public long version() {
      return of.version();
    }

    @Override
    public Optional<Sample> latest() {
      return of.latest();
    }

    @Override
    public Optional<Sample> at(double t) {
      return of.at(t);
    }

    @Override
    public Spans spans(double from, double to, int columns) {
      asked = columns;
      return of.spans(from, to, columns);
    }

    @Override
    public List<Sample> samples(double from, double to, int most) {
      return of.samples(from, to, most);
    }
  }
}
