// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.ui.palette.Query.Kind;
import trilobite.ui.palette.Query.Place;

final class QueryTest {

  @ParameterizedTest
  @CsvSource({
    "'', EVERYTHING",
    "http, EVERYTHING",
    "> run, COMMANDS",
    "#18, RUNS",
    ":76, LINE",
    "/home/me/p, FOLDER",
    "~/p, FOLDER"
  })
  void theFirstLetterChooses(String typed, Kind kind) {
    assertThat(Query.of(typed).kind()).isEqualTo(kind);
  }

  @Test
  void aLineMayHaveAColumn() {
    assertThat(Query.of(":76").place()).hasValue(new Place(76, 1));
    assertThat(Query.of(": 76 : 23").place()).hasValue(new Place(76, 23));
    assertThat(Query.of(":0").place()).hasValue(new Place(1, 1));
  }

  @Test
  void whatIsNoLineIsNone() {
    assertThat(Query.of(":").place()).isEmpty();
    assertThat(Query.of(":x").place()).isEmpty();
    assertThat(Query.of(":99999999999").place()).isEmpty();
  }
}
