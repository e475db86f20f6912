// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.AllocationRow;
import trilobite.model.guest.AllocationSiteRow;
import trilobite.model.guest.Growth;
import trilobite.model.guest.GrowthRow;
import trilobite.model.guest.SiteGrowthRow;

class TrendTest {

  private final Trend trend = new Trend();
  private long now;

  private Map<Long, Trend.Change> reading(Map<Long, Long> live) {
    now += 1_000_000_000;
    return trend.take(live, now);
  }

  @Test
  void whatOnlyRisesIsSuspectAndWhatComesAndGoesIsNot() {
    assertThat(reading(Map.of(64L, 10L, 48L, 5L)).get(48L).grown()).isEmpty();
    for (long i = 1; i <= 4; i++) {
      var changes = reading(Map.of(64L, 10 + i, 48L, 5 + i % 2));
      assertThat(changes).containsOnlyKeys(48L, 64L);
      assertThat(changes.get(64L)).isEqualTo(new Trend.Change(OptionalLong.of(i), (int) i));
      assertThat(changes.get(48L).suspect()).isEmpty();
    }
    assertThat(reading(Map.of(64L, 15L)).get(64L).suspect()).contains("leak");
    assertThat(reading(Map.of(64L, 2L)).get(64L).rising()).isZero();
  }

  @Test
  void lookingOftenDoesNotShortenTheMemory() {
    reading(Map.of(64L, 1L));
    for (int i = 0; i < 1_000; i++) {
      now += 1_000;
      trend.take(Map.of(64L, 9L), now);
    }
    assertThat(reading(Map.of(64L, 3L)).get(64L).grown()).hasValue(2);
  }

  @Test
  void growthNamesCallsThatCameAndThatWent() {
    assertThat(
            Growth.betweenSites(
                List.of(site(0x10, 5, 50), site(0x20, 1, 64), site(0x30, 2, 90)),
                List.of(site(0x10, 5, 50), site(0x20, 3, 192), site(0x40, 1, 4000))))
        .extracting(SiteGrowthRow::line, SiteGrowthRow::grown, SiteGrowthRow::bytes)
        .containsExactly(tuple(0x40, 1L, 4000L), tuple(0x20, 2L, 128L), tuple(0x30, -2L, -90L));
  }

  private static AllocationSiteRow site(int line, long blocks, long bytes) {
    return new AllocationSiteRow(
        "tide",
        "f",
        "f.c",
        line,
        line,
        blocks,
        bytes,
        OptionalLong.empty(),
        0,
        OptionalLong.empty(),
        Optional.empty());
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

  private static AllocationRow row(long size, long blocks) {
    return new AllocationRow(
        "tide", size, blocks, size * blocks, OptionalLong.empty(), 0, Optional.empty());
  }
}
