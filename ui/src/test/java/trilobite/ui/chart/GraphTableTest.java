// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.time.SeriesInfo;
import trilobite.model.time.Timeline;

class GraphTableTest {

  private static final WallTime WALL =
      new WallTime(Instant.parse("2026-05-04T14:06:20Z"), ZoneOffset.UTC);

  private final Timeline heap = new Timeline(new SeriesInfo("heap", "heap", "bytes", false));
  private final Timeline load =
      new Timeline(new SeriesInfo("=load", "load", "so \"many\", or more", false));

  @BeforeEach
  void fill() {
    heap.add(0, 1.5);
    heap.add(1_000, 2);
    load.add(1_000, 7);
    load.add(2_500, 1e16);
  }

  private GraphTable table(double from, double to) {
    var one = Trace.of("a", "a", heap, 1, Trace.Style.LINE);
    var other = new Trace.Companion(load, Quantity.COUNT);
    var spec =
        new GraphSpec(
            "g",
            "G",
            "",
            Quantity.BYTES,
            0,
            List.of(one.with(other.series(), other.quantity())),
            _ -> "");
    return GraphTable.of(List.of(spec), new TimeWindow(from, to), WALL);
  }

  @Test
  void aRowForEachMomentAndEmptyCellsWhereNothingIsKnown() {
    assertThat(table(0, 2_000).csv())
        .isEqualTo(
            """
            time,run ms,heap (bytes),"=load (so ""many"", or more)"
            14:06:20.000,0.000,1.5000,
            14:06:21.000,1000.000,2,7
            """);
  }

  @Test
  void theSameWithTabs() {
    var lines = table(0, 2_000).tabbed().lines().toList();
    assertThat(lines.get(1)).isEqualTo("14:06:20.000\t0.000\t1.5000\t");
  }

  @Test
  void objectsWithNullWhereNothingIsKnown() {
    assertThat(table(0, 2_000).json())
        .isEqualTo(
            """
            [
            {"time":"14:06:20.000","runMs":0.000,"heap":1.5000,"=load":null},
            {"time":"14:06:21.000","runMs":1000.000,"heap":2,"=load":7}
            ]
            """);
  }

  @Test
  void onlyWhatLiesInTheWindow() {
    assertThat(table(2_000, 3_000).rows()).isEqualTo(1);
    assertThat(table(2_000, 3_000).csv()).endsWith(",,10000000000000000.0000\n");
    assertThat(table(5_000, 6_000).rows()).isZero();
    assertThat(table(5_000, 6_000).json()).isEqualTo("[]\n");
  }
}
