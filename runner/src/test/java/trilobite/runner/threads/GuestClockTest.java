// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class GuestClockTest {

  private final GuestClock clock = new GuestClock();

  @Test
  void aGuestThatWasNeverSeenToRunStandsAtItsLastStamp() {
    assertThat(clock.at(5_000)).isEmpty();
    clock.stand(OptionalLong.of(700));
    assertThat(clock.at(5_000)).hasValue(700);
    assertThat(clock.at(9_000)).hasValue(700);
  }

  @Test
  void aGuestThatGoesOnIsTimedAnew() {
    clock.see(700, 5_000);
    clock.stand(OptionalLong.of(900));
    clock.see(950, 8_000);
    assertThat(clock.at(8_010)).hasValue(960);
  }
}
