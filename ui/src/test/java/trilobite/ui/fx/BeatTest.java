// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.job.Subscription;
import trilobite.ui.testing.OnFx;

@Tag("ui")
class BeatTest {

  @Test
  void turnsOfOneLengthComeTogetherWheneverTheyWereJoined() {
    var beats = new ArrayList<Integer>();
    var one = new ArrayList<Integer>();
    var other = new ArrayList<Integer>();
    var joined = new ArrayList<Beat.Turn>();
    OnFx.run(() -> {});
    // Counts the ways onto the JavaFX thread: it comes first on each of them.
    joined.add(Beat.join(50, false, () -> beats.add(beats.size())));
    join(joined, one, beats, 1);
    join(joined, other, beats, 2);
    OnFx.await("some turns", () -> Math.min(one.size(), other.size()) >= 6);
    joined.forEach(Beat.Turn::leave);
    assertThat(OnFx.get(() -> one.subList(2, 5))).isSubsetOf(OnFx.get(() -> List.copyOf(other)));
  }

  @Test
  void newsBringTheLightOnesAtOnceAndLeaveTheHeavyOnes() {
    var light = new ArrayList<Long>();
    var heavy = new ArrayList<Long>();
    OnFx.run(() -> {});
    // Both have come, and neither is due before a quarter of a second, or an hour, has gone.
    var turns =
        List.of(
            Beat.join(250, true, () -> light.add(System.nanoTime())),
            Beat.join(3_600_000, false, () -> heavy.add(System.nanoTime())));
    OnFx.await("their first turn", () -> !light.isEmpty() && !heavy.isEmpty());
    int hurries = 40;
    for (int i = 1; i <= hurries; i++) {
      int before = OnFx.get(light::size);
      Beat.touched();
      OnFx.await("one more", () -> light.size() > before);
    }
    turns.forEach(Beat.Turn::leave);
    // Forty turns of a quarter of a second are ten seconds.
    assertThat(OnFx.get(light::getLast) - OnFx.get(light::getFirst)).isLessThan(8_000_000_000L);
    assertThat(OnFx.get(heavy::size)).isEqualTo(1);
  }

  @Test
  void newsThatComeAllTheTimeBringNobodyMoreOftenThanTwentyTimesASecond() {
    var came = new ArrayList<Long>();
    OnFx.run(() -> {});
    var turn = Beat.join(250, true, () -> came.add(System.nanoTime()));
    OnFx.await(
        "some turns",
        () -> {
          Beat.touched();
          return came.size() > 10;
        });
    turn.leave();
    var times = OnFx.get(() -> List.copyOf(came));
    for (int i = 3; i < times.size(); i++) {
      // Two of them, as one may be late.
      assertThat(times.get(i) - times.get(i - 2)).isGreaterThan(50_000_000L);
    }
  }

  @Test
  void newsThatComeAllTheTimeWaitForTheBeatOfMostWhereNoHandIsAtTheWindow() {
    var came = new ArrayList<Long>();
    OnFx.run(() -> {});
    var turn = Beat.join(3_600_000, true, () -> came.add(System.nanoTime()));
    OnFx.await(
        "turns long after the last hand",
        () -> {
          Beat.hurry();
          return came.size() > 4 && came.getLast() - came.get(came.size() - 4) > 1_300_000_000L;
        });
    int before = OnFx.get(came::size);
    Beat.touched();
    OnFx.await(
        "turns at a hand's pace",
        () -> {
          Beat.hurry();
          return came.size() > before + 20;
        });
    turn.leave();
    var times = OnFx.get(() -> List.copyOf(came));
    assertThat(times.get(before + 20) - times.get(before)).isLessThan(8_000_000_000L);
  }

  @Test
  void aWindowThatNobodySeesIsLookedAfterOnceASecond() {
    var came = new ArrayList<Long>();
    OnFx.run(() -> {});
    var turn = Beat.join(50, true, () -> came.add(System.nanoTime()));
    OnFx.await("its first turns", () -> came.size() > 2);
    try {
      Beat.seen(false);
      int seen = OnFx.get(came::size);
      OnFx.await(
          "some turns",
          () -> {
            Beat.hurry();
            return came.size() > seen + 3;
          });
      var times = OnFx.get(() -> List.copyOf(came));
      // The first may have been on its way.
      for (int i = seen + 2; i < times.size(); i++) {
        assertThat(times.get(i) - times.get(i - 1)).isGreaterThan(900_000_000L);
      }
      int unseen = OnFx.get(came::size);
      Beat.seen(true);
      OnFx.await("many turns again", () -> came.size() > unseen + 10);
      var again = OnFx.get(() -> List.copyOf(came));
      assertThat(again.get(unseen + 10) - again.get(unseen)).isLessThan(5_000_000_000L);
    } finally {
      Beat.seen(true);
      turn.leave();
    }
  }

  @Test
  void nobodyLooksAtWhatNobodySees() {
    var looks = new ArrayList<Long>();
    var kept = new ArrayList<Long>();
    var turns =
        OnFx.get(
            () ->
                List.of(
                    Fx.follow(() -> looks.add(System.nanoTime())),
                    Fx.keepUp(() -> kept.add(System.nanoTime()))));
    try {
      OnFx.await("looks at frame rate", () -> looks.size() > 5);
      Fx.seen(false);
      // The clock of frames may be in the middle of one.
      int before = OnFx.get(kept::size);
      OnFx.await("a look at what changes unseen", () -> kept.size() > before);
      int unseen = OnFx.get(looks::size);
      OnFx.await("two more of them", () -> kept.size() > before + 2);
      assertThat(OnFx.get(looks::size)).isEqualTo(unseen);
      Fx.seen(true);
      OnFx.await("looks at frame rate again", () -> looks.size() > unseen + 5);
    } finally {
      Fx.seen(true);
      turns.forEach(Subscription::close);
    }
  }

  @Test
  void whatMovesByItselfIsLookedAtAsOftenAsItMoves() {
    var asMoved = new ArrayList<Long>();
    var atRest = new ArrayList<Long>();
    var follows =
        OnFx.get(
            () ->
                List.of(
                    Fx.follow(() -> 50, () -> !asMoved.add(System.nanoTime())),
                    Fx.follow(50, () -> !atRest.add(System.nanoTime()))));
    OnFx.await("looks of the one that rests", () -> atRest.size() >= 20);
    follows.forEach(Subscription::close);
    assertThat(OnFx.get(asMoved::size)).isGreaterThan(25);
  }

  private static void join(
      List<Beat.Turn> joined, List<Integer> came, List<Integer> beats, int afterBeats) {
    OnFx.await("a beat", () -> beats.size() >= afterBeats);
    joined.add(Beat.join(100, false, () -> came.add(beats.size())));
  }
}
