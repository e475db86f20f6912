// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.MemoryRegionRow;

class MapModelTest {

  private static final long MIB = 1 << 20;

  private final MapModel model = new MapModel();

  private static MemoryRegionRow region(long start, long size, String kind) {
    return new MemoryRegionRow(start, start + size, size, kind, "", size);
  }

  private void take() {
    // With the hole below 4 GiB between the last two.
    model.take(
        List.of(
            region(0, MIB, "unclaimed"),
            region(MIB, MIB, "image"),
            region(2 * MIB, 5 * MIB, "heap"),
            region(7 * MIB, 4096, "stack"),
            region(7 * MIB + 4096, MIB - 4096, "untouched"),
            region(4L << 30, 8 * MIB, "untouched")));
  }

  private String cells(int count) {
    return model.cells(count).stream()
        .map(region -> region.kind().substring(0, 1))
        .collect(Collectors.joining());
  }

  @Test
  void cellsShowWhatMostOfThemIsAndSmallThingsAmongNothing() {
    assertThat(cells(4)).as("nothing was read").isEmpty();
    take();
    assertThat(cells(16)).isEqualTo("uihhhhhsuuuuuuuu");
    assertThat(model.shown()).isEqualTo(16.0 * MIB);
    assertThat(model.kinds()).containsEntry("untouched", 9 * MIB - 4096).containsKey("stack");
  }

  @Test
  void itZoomsWhereThePointerIsAndGoesAlong() {
    take();
    model.zoom(0.5, 0.25);
    assertThat(model.shown()).isEqualTo(8.0 * MIB);
    assertThat(model.at(0).orElseThrow().start()).isEqualTo(2 * MIB);
    model.pan(1);
    assertThat(model.at(0.99).orElseThrow().end()).isEqualTo((4L << 30) + 8 * MIB);
    for (int i = 0; i < 200; i++) {
      model.zoom(0.5, 0.9);
    }
    assertThat(model.shown()).isEqualTo(MapModel.LEAST);
    take();
    assertThat(model.shown()).as("a new reading leaves the view").isEqualTo(MapModel.LEAST);
    model.fit();
    assertThat(model.zoomed()).isFalse();
  }
}
