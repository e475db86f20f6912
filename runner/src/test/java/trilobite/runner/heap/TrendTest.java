// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.AllocationRow;
import trilobite.model.guest.Growth;
import trilobite.model.guest.GrowthRow;

class TrendTest {

  private final Trend trend = new Trend();
  private long now;

  private List<AllocationRow> reading(Map<Long, Long> live) {
    now += 1_000_000_000;
    return trend.rows("tide", live(live), now);
  }

  @Test
  void whatOnlyRisesIsSuspectAndWhatComesAndGoesIsNot() {
    assertThat(reading(Map.of(64L, 10L, 48L, 5L)).getFirst().grown()).isEmpty();
    for (long i = 1; i <= 4; i++) {
      var rows = reading(Map.of(64L, 10 + i, 48L, 5 + i % 2));
      assertThat(rows).extracting(AllocationRow::size).containsExactly(48L, 64L);
      assertThat(rows.getLast().grown()).hasValue(i);
      assertThat(rows.getLast().rising()).isEqualTo((int) i);
      assertThat(rows.getFirst().suspect()).isEmpty();
    }
    assertThat(reading(Map.of(64L, 15L)).getFirst().suspect()).contains("leak");
    assertThat(reading(Map.of(64L, 2L)).getFirst().rising()).isZero();
  }

  @Test
  void lookingOftenDoesNotShortenTheMemory() {
    reading(Map.of(64L, 1L));
    for (int i = 0; i < 1_000; i++) {
      now += 1_000;
      trend.rows("tide", live(Map.of(64L, 9L)), now);
    }
    assertThat(reading(Map.of(64L, 3L)).getFirst().grown()).hasValue(2);
  }

  @Test
  void growthNamesSizesThatCameAndThatWent() {
    assertThat(
            Growth.between(
                List.of(row(48, 5), row(64, 1), row(80, 2)),
                List.of(row(48, 5), row(64, 3), row(96, 10))))
        .containsExactly(
            new GrowthRow("tide", 96, 10, 10, 960),
            new GrowthRow("tide", 64, 3, 2, 128),
            new GrowthRow("tide", 80, 0, -2, -160));
  }

  private static Blocks live(Map<Long, Long> live) {
    return new Blocks(
        "tide",
        1 << 20,
        new TreeMap<>(live),
        new TreeMap<>(),
        Map.of(),
        Blocks.Own.NONE,
        Optional.empty());
  }

  private static AllocationRow row(long size, long blocks) {
    return new AllocationRow(
        "tide", size, blocks, size * blocks, OptionalLong.empty(), 0, Optional.empty());
  }
}
