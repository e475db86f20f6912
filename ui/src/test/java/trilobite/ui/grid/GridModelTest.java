// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GridModelTest {

  private final GridModel<SampleRow> model = new GridModel<>(SampleRow.COLUMNS, SampleRow::id);

  private List<Long> ids() {
    return model.shown().stream().map(row -> row.get().id()).toList();
  }

  private void filter(String line) {
    model.filter(GridFilter.of(line, SampleRow.COLUMNS).fits());
  }

  @Test
  void sortsStablyWithTheUnknownLastBothWays() {
    model.rows(SampleRow.some());
    model.order(List.of(new GridOrder("cpu", false)));
    assertThat(ids()).containsExactly(1L, 4L, 2L, 3L);
    model.order(List.of(new GridOrder("cpu", true)));
    assertThat(ids()).containsExactly(2L, 1L, 4L, 3L);
    model.order(List.of());
    assertThat(ids()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aNumberIsMeantAsAWhole() {
    model.rows(List.of(SampleRow.of(15, "worker-5", 1), SampleRow.of(5, "worker-15", 1)));
    filter("id:5");
    assertThat(ids()).containsExactly(5L);
    filter("!id:5");
    assertThat(ids()).containsExactly(15L);
    filter("owner:5");
    assertThat(ids()).containsExactly(15L, 5L);
  }

  @Test
  void sortsNamesByTheNumberAtTheirEnd() {
    model.rows(SampleRow.some());
    model.order(List.of(new GridOrder("owner", false)));
    assertThat(ids()).containsExactly(3L, 4L, 2L, 1L);
  }

  @Test
  void aRowStaysTheSameObjectWhileItsValuesChange() {
    model.rows(SampleRow.some());
    var row = model.shown().get(1);
    model.rows(List.of(SampleRow.of(2, "worker-2", 9)));
    assertThat(model.shown()).containsExactly(row);
    assertThat(row.get().cpu()).hasValue(9);
  }

  @Test
  void whileHeldRowsKeepTheirPlacesAndValuesStillChange() {
    model.rows(SampleRow.some());
    model.order(List.of(new GridOrder("cpu", true)));
    model.hold(true);
    model.rows(
        List.of(
            SampleRow.of(1, "worker-10", 99),
            SampleRow.of(2, "worker-2", 1),
            SampleRow.of(5, "new", 100)));
    assertThat(ids()).containsExactly(2L, 1L, 4L, 3L, 5L);
    assertThat(model.shown().get(2).gone().get()).isTrue();
    assertThat(model.shown().get(1).get().cpu()).hasValue(99);
    model.hold(false);
    assertThat(ids()).containsExactly(5L, 1L, 2L);
  }

  @Test
  void aGuestThatGivesOneNumberTwiceHasTwoRows() {
    var twice = new ArrayList<>(SampleRow.some());
    twice.add(SampleRow.of(1, "liar", 0));
    model.rows(twice);
    assertThat(ids()).containsExactly(1L, 2L, 3L, 4L, 1L);
  }

  @Test
  void filtersByWordsKeysNumbersAndTheirOpposites() {
    model.rows(SampleRow.some());
    filter("worker");
    assertThat(ids()).containsExactly(1L, 2L);
    filter("!worker cpu<10");
    assertThat(ids()).containsExactly(4L);
    filter("port:8081");
    assertThat(ids()).containsExactly(1L);
    filter("!owner:\"worker-2\"");
    assertThat(ids()).containsExactly(1L, 3L, 4L);
    filter("cpu>50");
    assertThat(ids()).containsExactly(2L);
    filter(":8082");
    assertThat(ids()).containsExactly(2L);
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithWhereItStands() {
    var parsed = GridFilter.of("worker !prot:80", SampleRow.COLUMNS);
    assertThat(parsed.problem().orElseThrow().text())
        .isEqualTo("Column 9: no column is named “prot”. Did you mean “port”?");
  }
}
