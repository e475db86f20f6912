// SPDX-License-Identifier: Apache-2.0
package trilobite.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class TableTextTest {

  private record Row(
      String name, long id, OptionalDouble cpu, OptionalLong size, Optional<String> on) {}

  private static final Table<Row> TABLE = Table.of("rows", Row.class);
  private static final List<Row> ROWS =
      List.of(
          new Row("worker-0", 5, OptionalDouble.of(3.5), OptionalLong.of(64), Optional.of("a, b")),
          new Row("=1+1", -7, OptionalDouble.empty(), OptionalLong.empty(), Optional.empty()),
          new Row(
              "two\t\"lines\"\n\u001b",
              0,
              OptionalDouble.of(4),
              OptionalLong.of(1),
              Optional.of("-x")));

  @Test
  void csvQuotesWhatNeedsItAndDisarmsFormulas() {
    assertThat(TableText.csv(TABLE.columns(), ROWS))
        .isEqualTo(
            """
            name,id,cpu,size,on
            worker-0,5,3.5,64,"a, b"
            "'=1+1",-7,,,
            "two\t""lines""
            \033",0,4.0,1,"'-x"
            """);
  }

  @Test
  void tsvKeepsEachRowOnItsLine() {
    assertThat(TableText.tsv(TABLE.columns(), ROWS).lines()).hasSize(4);
  }

  @Test
  void jsonHasNullForTheUnknownAndEscapesControls() {
    assertThat(TableText.json(TABLE.columns(), ROWS).lines())
        .containsExactly(
            "{\"name\":\"worker-0\",\"id\":5,\"cpu\":3.5,\"size\":64,\"on\":\"a, b\"}",
            "{\"name\":\"=1+1\",\"id\":-7,\"cpu\":null,\"size\":null,\"on\":null}",
            "{\"name\":\"two\\t\\\"lines\\\"\\n"
                + "\\u001b\",\"id\":0,\"cpu\":4,\"size\":1,\"on\":\"-x\"}");
  }

  @Test
  void timesHaveAUnitThatFits() {
    assertThat(
            List.of(0L, 850L, 12_400L, 999_900L, 1_000_000L, 38_200_000L, 12_000_000_000L).stream()
                .map(nanos -> CellText.of(nanos, "ns")))
        .containsExactly("0.0 ms", "850 ns", "12.4 µs", "999.9 µs", "1.0 ms", "38.2 ms", "12.00 s");
  }
}
