// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trilobite.model.reach.Answer;
import trilobite.model.reach.Answer.Outcome;
import trilobite.model.reach.Diagnosis.Asked;
import trilobite.model.reach.Probe;
import trilobite.model.reach.Trail;
import trilobite.ui.panel.reach.ReachModel.Passed;
import trilobite.ui.panel.reach.ReachModel.Station;

class ReachModelTest {

  private final ReachModel model = new ReachModel();

  static Asked asked(String probe, Outcome outcome, double millis) {
    var rtt =
        outcome == Outcome.SILENT
            ? OptionalLong.empty()
            : OptionalLong.of(Math.round(millis * 1e6));
    return new Asked(Probe.parse(probe), new Answer(outcome, "10.0.2.15", rtt, Trail.UNKNOWN));
  }

  private void echo(double millis) {
    model.take(List.of(asked("icmp 1", Outcome.ANSWERED, millis)));
  }

  private List<Passed> passed() {
    return model.way().stream().map(Station::passed).toList();
  }

  @Test
  void nothingWasAskedYet() {
    assertThat(model.figures()).isEmpty();
    assertThat(model.diagnosis()).isEmpty();
    assertThat(passed()).containsOnly(Passed.UNKNOWN);
  }

  @Test
  void percentilesAreThoseOfTheEchoesThatCameBack() {
    for (int i = 1; i <= 100; i++) {
      echo(i);
    }
    model.take(List.of(asked("icmp 2", Outcome.SILENT, 0)));
    var figures = model.figures().orElseThrow();
    assertThat(figures).isEqualTo(new ReachModel.Figures(101, 1, 50, 90, 99, 100));
    assertThat(figures.words()).startsWith("101 sent, 1.0 % lost; median 50.00");
  }

  @Test
  void onlyTheNewestAreKept() {
    for (int i = 0; i < 10 * ReachModel.MOST; i++) {
      echo(i);
    }
    assertThat(model.echoes()).hasSize(ReachModel.MOST);
    assertThat(model.figures().orElseThrow().most()).isEqualTo(10 * ReachModel.MOST - 1);
  }

  @Test
  void allLostIsSaidWithoutNumbers() {
    model.take(List.of(asked("arp", Outcome.SILENT, 0), asked("icmp 1", Outcome.SILENT, 0)));
    assertThat(model.figures().orElseThrow().words()).isEqualTo("1 sent, none came back");
    assertThat(passed())
        .containsExactly(
            Passed.UNKNOWN,
            Passed.YES,
            Passed.YES,
            Passed.NO,
            Passed.UNKNOWN,
            Passed.UNKNOWN,
            Passed.UNKNOWN);
  }

  @Test
  void theWayEndsWhereAnswersDie() {
    model.take(
        List.of(
            asked("arp", Outcome.ANSWERED, 1),
            asked("icmp 1", Outcome.ANSWERED, 1),
            asked("tcp 80", Outcome.SILENT, 0)));
    assertThat(passed())
        .containsExactly(
            Passed.UNKNOWN,
            Passed.YES,
            Passed.YES,
            Passed.YES,
            Passed.YES,
            Passed.NO,
            Passed.UNKNOWN);
  }

  @Test
  void whatWasNotConnectedToIsNotSaidToListen() {
    model.take(List.of(asked("arp", Outcome.ANSWERED, 1), asked("icmp 1", Outcome.ANSWERED, 1)));
    assertThat(passed())
        .containsExactly(
            Passed.UNKNOWN,
            Passed.YES,
            Passed.YES,
            Passed.YES,
            Passed.YES,
            Passed.UNKNOWN,
            Passed.UNKNOWN);
  }

  @Test
  void portsAreReadAndBadOnesAreNone() {
    assertThat(ReachModel.ports(" 80, 443 8080 ")).contains(List.of(80, 443, 8080));
    assertThat(ReachModel.ports("")).contains(List.of());
    for (var bad : List.of("0", "65536", "http", "80;81", "1 2 3 4 5 6 7 8 9")) {
      assertThat(ReachModel.ports(bad)).as(bad).isEmpty();
    }
  }
}
