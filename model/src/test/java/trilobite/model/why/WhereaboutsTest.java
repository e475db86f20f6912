// SPDX-License-Identifier: Apache-2.0
package trilobite.model.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.why.Whereabouts.Tally;

class WhereaboutsTest {

  private static ThreadRow row(long id, String state, String top, String waits, long ran) {
    var no = OptionalLong.empty();
    return new ThreadRow(
        id,
        "init",
        state,
        no,
        OptionalDouble.empty(),
        ran < 0 ? no : OptionalLong.of(ran),
        ran < 0 ? no : OptionalLong.of(ran / 1000),
        OptionalDouble.empty(),
        no,
        no,
        no,
        waits.isEmpty() ? Optional.empty() : Optional.of(waits),
        no,
        waits.isEmpty() ? Optional.empty() : Optional.of("worker-2"),
        no,
        no,
        top.isEmpty() ? Optional.empty() : Optional.of(top),
        0x1000);
  }

  private static Reading<Listing<ThreadRow>> look(long at, ThreadRow... rows) {
    return new Reading<>(
        new Listing<>(List.of(rows), Optional.empty()),
        new Source(Source.Kind.GUEST_MEMORY, "threads"),
        at,
        40,
        0);
  }

  private static ThreadRow waits(long ran) {
    return row(2, "blocked", "pool_get", "mutex pages.lock", ran);
  }

  @Test
  void aPlaceIsFunctionStateAndWhatIsWaitedForAndTheMostFrequentComesFirst() {
    var tally = new Tally(2);
    tally.take(look(1000, row(2, "ready", "accept_loop", "", 5_000)));
    tally.take(look(1020, row(1, "ready", "main", "", 0), waits(6_000)));
    tally.take(look(1045, waits(6_000)));
    tally.take(look(1060, row(2, "running", "", "", 7_500)));

    var seen = tally.sofar();

    assertThat(seen.stays())
        .extracting(stay -> stay.place().doing(), Whereabouts.Stay::times, seen::share)
        .containsExactly(
            tuple("blocked, waits for mutex pages.lock, held by worker-2", 2, 50.0),
            tuple("ready", 1, 25.0),
            tuple("running", 1, 25.0));
    assertThat(seen.how())
        .isEqualTo("4 looks at the thread list in 0.1 s, 0.04 ms each, 0 pauses.");
    assertThat(seen.ran()).hasValue(2_500);
    assertThat(seen.counted())
        .isEqualTo("By the kernel's counters it ran 0.0 ms and got the CPU 2 times.");
    assertThat(seen.text()).contains(" 50.0 %  pool_get  blocked, waits", " 25.0 %  -  running");
  }

  @Test
  void aThreadThatGoesIsSaidToBeGoneAndOneWithoutCountersHasNone() {
    var tally = new Tally(2);
    assertThat(tally.sofar()).isEqualTo(Whereabouts.NOTHING);
    tally.take(look(1000, waits(-1)));
    tally.take(look(1010));

    assertThat(tally.sofar().absent()).isEqualTo(1);
    assertThat(tally.sofar().looks()).isEqualTo(2);
    assertThat(tally.sofar().counted()).isEmpty();
    assertThat(tally.sofar().share(tally.sofar().stays().getFirst())).isEqualTo(50);
  }

  @Test
  void aCounterThatGoesBackIsNoTimeAndPlacesAreBounded() {
    var tally = new Tally(2);
    for (int i = 0; i < 1000; i++) {
      tally.take(look(i, row(2, "blocked", "f" + i, "", 1_000_000 - i)));
    }

    assertThat(tally.sofar().ran()).hasValue(0);
    assertThat(tally.sofar().stays()).hasSize(201);
    assertThat(tally.sofar().stays().getFirst().place().state()).isEqualTo("elsewhere");
    assertThat(tally.sofar().stays().stream().mapToInt(Whereabouts.Stay::times).sum())
        .isEqualTo(1000);
  }
}
