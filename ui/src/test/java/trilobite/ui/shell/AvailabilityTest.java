// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.run.Limits;
import trilobite.model.run.RunState;
import trilobite.ui.testing.Samples;

final class AvailabilityTest {

  private static Availability with(RunState state) {
    return Availability.of(
        true, Optional.of(Samples.status(1, state)), Limits.NONE, false, false, false);
  }

  @Test
  void nothingWorksWithoutAProject() {
    assertThat(Availability.of(false, Optional.empty(), Limits.NONE, false, false, false))
        .isEqualTo(new Availability(false, false, false, false, false));
  }

  @Test
  void aRunningGuestCanBePausedStoppedAndRestartedButNotRunAgain() {
    assertThat(with(RunState.RUNNING)).isEqualTo(new Availability(true, false, true, true, true));
  }

  @Test
  void anEndedGuestCanOnlyBeRunAgain() {
    assertThat(with(RunState.ENDED)).isEqualTo(new Availability(true, true, false, false, false));
  }

  @Test
  void whatIsNotPossibleIsNotOffered() {
    var running = Optional.of(Samples.status(1, RunState.RUNNING));
    var attached =
        new Limits(
            true, "", "no QMP socket", "a file", "no relay", "no QMP socket", "no QMP socket");
    assertThat(Availability.of(true, running, attached, false, false, false))
        .isEqualTo(new Availability(true, false, false, true, false));
    assertThat(attached.restart()).startsWith("It was not started here");
    var wrapped = new Limits(false, "it is a command's", "", "", "", "", "seen");
    assertThat(Availability.of(true, running, wrapped, false, false, false))
        .isEqualTo(new Availability(true, false, true, false, false));
  }

  @Test
  void aLaunchCanBeStopped() {
    var now = Availability.of(true, Optional.empty(), Limits.NONE, false, true, false);
    assertThat(now.stop()).isTrue();
    assertThat(now.run()).isFalse();
  }

  @Test
  void whileStoppingNothingElseIsOffered() {
    var running = Optional.of(Samples.status(1, RunState.RUNNING));
    assertThat(Availability.of(true, running, Limits.NONE, false, false, true))
        .isEqualTo(new Availability(true, false, false, false, false));
  }

  @Test
  void oneBuildAtATime() {
    assertThat(Availability.of(true, Optional.empty(), Limits.NONE, true, false, false).build())
        .isFalse();
  }
}
