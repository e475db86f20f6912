// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.port.Load.Figures;
import trilobite.model.run.RunState;
import trilobite.ui.testing.Samples;

final class LoadModelTest {

  private final LoadModel model = new LoadModel();

  private static Figures figures(long sent, long answered, long failed, long late) {
    return new Figures(sent, answered, failed, late, 1, 2);
  }

  @Test
  void ratesAreOfTheLastSecond() {
    model.take(0, figures(0, 0, 0, 0));
    assertThat(model.now()).isEmpty();
    model.take(500, figures(900, 900, 0, 0));
    model.take(1_500, figures(1_000, 990, 0, 0));
    model.take(2_000, figures(1_050, 1_040, 0, 0));
    var now = model.now().orElseThrow();
    assertThat(now.sent()).isCloseTo(100, within(1e-6));
    assertThat(now.waiting()).isEqualTo(10);
  }

  @Test
  void aSaturatedClientIsNamedBeforeAnythingElse() {
    var now = new LoadModel.Now(50, 50, 5, 30, 40);
    assertThat(LoadModel.verdict(now, 100)).startsWith("30 requests a second could not be sent");
    assertThat(LoadModel.bad(now, 100)).isTrue();
  }

  @Test
  void failuresAndSilenceAreSaid() {
    assertThat(LoadModel.verdict(new LoadModel.Now(50, 45, 5, 0, 0), 50))
        .startsWith("5 requests a second fail");
    assertThat(LoadModel.verdict(new LoadModel.Now(10, 0, 0, 0, 12), 50))
        .isEqualTo("12 requests wait, and none was answered in the last second.");
    var fine = new LoadModel.Now(50, 50, 0, 0, 1);
    assertThat(LoadModel.verdict(fine, 50)).isEqualTo("The guest keeps up.");
    assertThat(LoadModel.bad(fine, 50)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "20001", "fast", "NaN", "Infinity"})
  void ratesThatCannotBeAreRefused(String text) {
    assertThat(LoadModel.rate(text)).isEmpty();
  }

  @Test
  void ratesAndConnectionsAreRead() {
    assertThat(LoadModel.rate(" 1,000 ")).contains(1_000.0);
    assertThat(LoadModel.connections("16")).contains(16);
    assertThat(LoadModel.connections("1.5")).isEmpty();
    assertThat(LoadModel.connections("257")).isEmpty();
  }

  @Test
  void theSliderCoversAllRatesAndComesBack() {
    assertThat(LoadModel.rateAt(0)).isEqualTo(1);
    assertThat(LoadModel.rateAt(1)).isEqualTo(LoadModel.MOST_RATE);
    assertThat(LoadModel.rateAt(LoadModel.sliderAt(500))).isCloseTo(500, within(5.0));
  }

  @Test
  void addressesAreMadeOfForwardsAndPaths() {
    assertThat(LoadModel.uri(Samples.FORWARD, " tides?n=1 "))
        .contains(URI.create("http://127.0.0.1:8080/tides?n=1"));
    assertThat(LoadModel.uri(Samples.FORWARD, "")).contains(URI.create("http://127.0.0.1:8080/"));
    assertThat(LoadModel.uri(Samples.FORWARD, "/a b")).isEmpty();
  }

  @Test
  void onlyALivingGuestIsATarget() {
    assertThat(LoadModel.targets(Optional.empty())).isEmpty();
    assertThat(LoadModel.targets(Optional.of(Samples.status(1, RunState.ENDED)))).isEmpty();
    assertThat(LoadModel.targets(Optional.of(Samples.status(1, RunState.RUNNING))))
        .containsExactly(Samples.FORWARD);
  }
}
