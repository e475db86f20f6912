// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TopModelTest {

  private final TopModel model = new TopModel();

  @BeforeEach
  void take() {
    model.take(StillGuest.some());
  }

  private List<Long> ids() {
    return model.lines().stream().map(line -> line.row().id()).toList();
  }

  @Test
  void beginsWithTheBusiest() {
    assertThat(ids()).containsExactly(1L, 2L, 4L, 3L, 5L);
    model.invert();
    assertThat(ids()).containsExactly(5L, 3L, 4L, 2L, 1L);
    model.sort(TopModel.Sort.ID);
    assertThat(ids()).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void theTreeHangsWaitersBelowTheirHolders() {
    model.toggleTree();
    assertThat(ids()).containsExactly(1L, 2L, 4L, 3L, 5L);
    assertThat(model.lines().stream().map(TopModel.Line::branch))
        .containsExactly("", "", "", "└─ ", "  └─ ");
  }

  @Test
  void aDeadlockIsInTheTreeOnce() {
    var rows = new ArrayList<>(StillGuest.some());
    rows.set(3, StillGuest.thread(4, "worker-4", "blocked", 0, 3));
    model.take(rows);
    model.toggleTree();
    assertThat(ids()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    assertThat(model.graph().cycles()).containsExactly(List.of(3L, 4L));
  }

  @Test
  void theCursorStaysOnItsThread() {
    model.move(2);
    var rows = new ArrayList<>(StillGuest.some());
    rows.set(3, StillGuest.thread(4, "worker-4", "ready", 99, 0));
    model.take(rows);
    assertThat(model.lines().get(model.cursor()).row().id()).isEqualTo(4);
    assertThat(model.cursor()).isZero();
  }

  @Test
  void filtersAndSearches() {
    model.filter("WORKER");
    assertThat(ids()).containsExactly(4L, 3L, 5L);
    assertThat(model.search("worker-5", false)).isTrue();
    assertThat(model.cursor()).isEqualTo(2);
    assertThat(model.search("idle", false)).isFalse();
  }
}
