// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.machine.MachineCheck;
import trilobite.model.machine.MachineCheck.State;
import trilobite.model.machine.MachineReport;
import trilobite.model.run.Accelerator;
import trilobite.ui.testing.FakeMachine;
import trilobite.ui.testing.Samples;

final class MachineModelTest {

  private static MachineReport report(State... states) {
    var checks =
        java.util.stream.IntStream.range(0, states.length)
            .mapToObj(i -> FakeMachine.check("c" + i, "Check " + i, states[i], "", ""))
            .toList();
    return new MachineReport(Samples.STARTED, checks, Optional.empty(), Samples.TCG);
  }

  @Test
  void whatNeedsAHandComesFirst() {
    assertThat(
            MachineModel.ordered(
                report(State.OK, State.WARNING, State.INFO, State.MISSING, State.RUNNING)))
        .extracting(MachineCheck::id)
        .containsExactly("c3", "c1", "c0", "c2", "c4");
  }

  @Test
  void theSummaryNamesTheWorst() {
    assertThat(MachineModel.summary(report(State.OK, State.MISSING, State.RUNNING)))
        .isEqualTo("1 thing is missing.");
    assertThat(MachineModel.summary(report(State.OK, State.RUNNING, State.WARNING)))
        .isEqualTo("Still being tried: 1 check.");
    assertThat(MachineModel.summary(report(State.WARNING, State.WARNING)))
        .isEqualTo("Guests run. 2 things could be better.");
    assertThat(MachineModel.summary(report(State.OK, State.INFO)))
        .isEqualTo("Everything is there.");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 s", "119, 119 s", "120, 2 min", "7200, 2 h"})
  void ageOfTheReport(long seconds, String text) {
    assertThat(MachineModel.age(report(), Samples.STARTED.plusSeconds(seconds)))
        .isEqualTo("checked " + text + " ago");
  }

  @Test
  void theAcceleratorComesWithItsReason() {
    assertThat(MachineModel.accelerator(report())).startsWith("TCG: /dev/kvm does not exist");
    var bare =
        new MachineReport(Samples.STARTED, List.of(), Optional.empty(), new Accelerator("kvm", ""));
    assertThat(MachineModel.accelerator(bare)).isEqualTo("KVM");
  }
}
