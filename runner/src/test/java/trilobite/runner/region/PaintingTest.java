// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.MemoryRegionRow;
import trilobite.runner.memory.GuestRam.Stretch;

class PaintingTest {

  private static final List<Stretch> RAM = List.of(new Stretch(0, 1000), new Stretch(4000, 1000));

  private static String text(Painting painting, Stretch... touched) {
    var text = new StringBuilder();
    for (var row : painting.rows(List.of(touched))) {
      text.append(
          "%d-%d %s%s %d; "
              .formatted(row.start(), row.end(), row.kind(), row.name(), row.touched()));
    }
    return text.toString();
  }

  @Test
  void laterStrokesWinAndNeighboursJoin() {
    var painting = new Painting(RAM);
    painting.paint(100, 900, "heap", "");
    painting.paint(200, 300, "stack", "A");
    painting.paint(300, 400, "stack", "A");
    painting.paint(800, 4100, "image", "");
    assertThat(text(painting, new Stretch(150, 100), new Stretch(4000, 50)))
        .isEqualTo(
            "0-100 unclaimed 0; 100-200 heap 50; 200-400 stackA 50; 400-800 heap 0; "
                + "800-1000 image 0; 4000-4100 image 50; 4100-5000 unclaimed 0; ");
  }

  @Test
  void whateverIsPaintedAllOfRamIsThereOnce() {
    var random = new Random(3);
    var painting = new Painting(RAM);
    for (int i = 0; i < 2_000; i++) {
      var from = random.nextLong(6_000) - 500;
      painting.paint(from, from + random.nextLong(500) - 50, "k" + random.nextInt(3), "");
      if (i % 50 == 0) {
        var rows = painting.rows(List.of());
        assertThat(rows.stream().mapToLong(MemoryRegionRow::size).sum()).isEqualTo(2_000);
        for (int at = 1; at < rows.size(); at++) {
          assertThat(rows.get(at).start()).isGreaterThanOrEqualTo(rows.get(at - 1).end());
        }
      }
    }
    painting.paint(Long.MIN_VALUE, Long.MAX_VALUE, "wild", "");
    painting.paint(0, Long.MAX_VALUE, "all", "");
    assertThat(painting.rows(List.of())).hasSize(2);
  }
}
