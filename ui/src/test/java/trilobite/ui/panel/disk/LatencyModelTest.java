// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.DriveHistoryRow;

class LatencyModelTest {

  private final LatencyModel model = new LatencyModel();

  private static DriveHistoryRow row(String drive, long before, long least, long requests) {
    return new DriveHistoryRow(
        drive, "read", before - 500, before, least, OptionalLong.of(2 * least), requests);
  }

  @Test
  void aMomentIsToldInWordsForOneDriveOrAll() {
    assertThat(model.words(OptionalDouble.empty())).isEmpty();
    model.take(
        List.of(
            row("drive0", 500, 20_000, 1000),
            row("drive0", 1000, 20_000, 1),
            row("drive1", 1000, 50_000_000, 1)));
    assertThat(model.words(OptionalDouble.of(700))).isEqualTo("2 requests, slowest ≥ 50.0 ms");
    assertThat(model.words(OptionalDouble.of(1700))).isEqualTo("no request");
    assertThat(model.words(OptionalDouble.empty())).startsWith("1,002 requests");
    model.only(Optional.of("drive0"));
    assertThat(model.words(OptionalDouble.of(1000))).isEqualTo("1 request, slowest ≥ 20.0 µs");
    assertThat(model.subtitle()).isEqualTo("drive0");
    assertThat(model.strength(model.shown().getFirst())).isEqualTo(1);
    assertThat(model.strength(model.shown().getLast())).isBetween(0.35, 0.9);
  }

  @Test
  void everyLatencyHasAPlace() {
    assertThat(LatencyModel.share(0)).isZero();
    assertThat(LatencyModel.share(Long.MAX_VALUE)).isEqualTo(1);
    assertThat(LatencyModel.share(1e6) - LatencyModel.share(1e5))
        .isCloseTo(LatencyModel.share(1e9) - LatencyModel.share(1e8), Offset.offset(1e-9));
    model.take(List.of(row("drive0", 500, 0, 3)));
    assertThat(model.words(OptionalDouble.empty())).startsWith("3 requests, slowest < ");
  }
}
