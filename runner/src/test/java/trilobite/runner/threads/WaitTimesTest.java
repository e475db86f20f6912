// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class WaitTimesTest {

  private static final long MILLI = 1_000_000;

  private final WaitTimes times = new WaitTimes();

  private static Sight thread(long thing, long since) {
    var waiting = new WaitPlan.Waiting("mutex m", 0x20, thing, since);
    return new Sight(
        0x10,
        1,
        "one",
        "blocked",
        false,
        OptionalLong.empty(),
        0,
        0,
        OptionalLong.empty(),
        Optional.empty(),
        Optional.of(waiting),
        Optional.empty());
  }

  @Test
  void theKernelsStampCountsFromTheFirstReadingOn() {
    times.begin(9_000, OptionalLong.of(500 * MILLI), false);
    assertThat(times.waited(thread(0x30, 120 * MILLI))).hasValue(380 * MILLI);
  }

  @Test
  void aPausedGuestsWaitStandsStill() {
    times.begin(9_000, OptionalLong.of(500 * MILLI), false);
    assertThat(times.waited(thread(0x30, 120 * MILLI))).hasValue(380 * MILLI);
    times.begin(9_000 + 800 * MILLI, OptionalLong.empty(), true);
    assertThat(times.waited(thread(0x30, 120 * MILLI))).hasValue(380 * MILLI);
  }

  @Test
  void aStampOfTheFutureIsNoWait() {
    times.begin(9_000, OptionalLong.of(100), false);
    assertThat(times.waited(thread(0x30, 120 * MILLI))).hasValue(0);
  }

  @Test
  void whatCannotBeReadIsNotTimed() {
    times.begin(9_000, OptionalLong.empty(), false);
    assertThat(times.waited(thread(0, 0))).isEmpty();
  }

  @Test
  void aStampWithoutAClockIsNoFigure() {
    times.begin(9_000, OptionalLong.empty(), true);
    assertThat(times.waited(thread(0x30, 120 * MILLI))).isEmpty();
  }

  @Test
  void aPauseTellsWhatWasNotTimedAndTakesNothingBack() {
    times.begin(9_000, OptionalLong.of(500 * MILLI), true);
    assertThat(times.waited(thread(0x30, 120 * MILLI))).hasValue(380 * MILLI);
    times.begin(9_000 + MILLI, OptionalLong.of(400 * MILLI), true);
    assertThat(times.waited(thread(0x30, 120 * MILLI))).hasValue(380 * MILLI);
  }
}
