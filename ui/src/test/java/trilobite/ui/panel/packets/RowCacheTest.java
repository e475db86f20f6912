// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.PacketRow;

class RowCacheTest {

  private final List<Long> asked = new ArrayList<>();
  private final RowCache cache = new RowCache(asked::add);

  private static List<PacketRow> page() {
    var no = OptionalLong.empty();
    var row = new PacketRow(1, 0, "", "rx", "a", no, "b", no, "TCP", 60, "", Optional.empty(), no);
    return Collections.nCopies(RowCache.PAGE, row);
  }

  private void give(long page) {
    cache.put(page, page());
  }

  @Test
  void theNewestWishGoesFirstAndThePageBehindItIsReadAhead() {
    assertThat(cache.row(250)).isEmpty();
    assertThat(cache.row(950)).isEmpty();
    assertThat(cache.row(1950)).isEmpty();
    assertThat(asked).containsExactly(2L);
    give(2);
    assertThat(asked).containsExactly(2L, 19L);
    give(19);
    assertThat(cache.row(1950)).isPresent();
    assertThat(asked).containsExactly(2L, 19L, 20L);
    // One page ahead, and no further.
    give(20);
    assertThat(asked).hasSize(3);
  }

  @Test
  void whoScrollsUpGetsThePageBefore() {
    cache.row(950);
    give(9);
    give(10);
    cache.row(550);
    give(5);
    assertThat(asked).containsExactly(9L, 10L, 5L, 4L);
  }

  @Test
  void aPageThatIsNotReadAgainIsNotAskedForInCircles() {
    cache.row(50);
    cache.failed(0);
    assertThat(asked).containsExactly(0L);
    cache.row(50);
    assertThat(asked).containsExactly(0L, 0L);
  }

  @Test
  void staleRowsStayUntilTheNewOnesCome() {
    cache.row(50);
    give(0);
    give(1);
    cache.refresh(0);
    assertThat(cache.row(50)).isPresent();
    assertThat(asked).endsWith(0L);
  }
}
