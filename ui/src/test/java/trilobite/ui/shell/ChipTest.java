// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.Samples;

final class ChipTest {

  private static Chip of(RunState state) {
    return Chip.of(Optional.of(Samples.status(19, state)), false, false, 120);
  }

  @Test
  void withoutARunThereIsNoGuest() {
    var chip = Chip.of(Optional.empty(), false, false, 0);
    assertThat(chip.word()).isEqualTo("No guest");
    assertThat(chip.shape()).isEqualTo(Chip.Shape.RING);
  }

  @Test
  void aRunningGuestSaysItsBootTimeAcceleratorAndPid() {
    var chip = of(RunState.RUNNING);
    assertThat(chip.word()).isEqualTo("Running");
    assertThat(chip.details()).containsExactly("booted in 412 ms", "TCG", "pid 4711");
    assertThat(chip.why()).contains("TCG: /dev/kvm does not exist", "First byte after 139 ms");
    assertThat(chip.spoken()).isEqualTo("Running, booted in 412 ms, TCG, pid 4711");
  }

  @Test
  void aGuestOfAnotherProjectIsNamedFirst() {
    assertThat(of(RunState.RUNNING).named("shelly").spoken())
        .isEqualTo("Running, shelly, booted in 412 ms, TCG, pid 4711");
    var running = Optional.of(Samples.status(19, RunState.RUNNING));
    assertThat(Chip.other(running, Optional.of("reef"))).hasValue("tidepool");
    assertThat(Chip.other(running, Optional.empty())).hasValue("tidepool");
    assertThat(Chip.other(running, Optional.of("tidepool"))).isEmpty();
    assertThat(Chip.other(Optional.empty(), Optional.of("reef"))).isEmpty();
  }

  @Test
  void aBootingGuestCountsTheTimeSoFar() {
    assertThat(of(RunState.BOOTING).details()).first().isEqualTo("120 ms");
  }

  @Test
  void everyStateIsToldApartWithoutColour() {
    var shapes =
        Arrays.stream(RunState.values())
            .filter(state -> state != RunState.BUILDING)
            .collect(Collectors.toMap(state -> state, state -> of(state).shape()));
    assertThat(shapes.values()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void onlyEndsThatWereWantedAreCalm(Verdict verdict) {
    var guest = new FakeGuest(19, RunState.RUNNING);
    guest.end(verdict, "because");
    var chip = Chip.of(Optional.of(guest.status()), false, false, 0);
    assertThat(chip.tone()).isEqualTo(verdict.fine() ? Chip.Tone.QUIET : Chip.Tone.BAD);
    assertThat(chip.shape()).isEqualTo(Chip.Shape.SQUARE);
    assertThat(chip.why()).contains("because");
  }

  @Test
  void aBuildShowsOnlyWhereNoGuestRuns() {
    assertThat(Chip.of(Optional.empty(), true, false, 0).word()).isEqualTo("Building");
    var running = Optional.of(Samples.status(19, RunState.RUNNING));
    assertThat(Chip.of(running, true, false, 0).word()).isEqualTo("Running");
  }

  @Test
  void aLaunchShowsAtOnce() {
    var ended = Optional.of(Samples.status(19, RunState.ENDED));
    assertThat(Chip.of(ended, false, true, 0).word()).isEqualTo("Starting");
  }
}
