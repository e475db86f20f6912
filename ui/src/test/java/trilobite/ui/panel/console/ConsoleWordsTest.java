// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;
import trilobite.model.run.Limits;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.model.time.Mark;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.testing.FakeConsole;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.FakeVitals;
import trilobite.ui.testing.Samples;

class ConsoleWordsTest {

  private static Optional<ShownRun> live(RunState state) {
    return Optional.of(new ShownRun.Live(new FakeGuest(19, state)));
  }

  @Test
  void theFieldSaysWhyItIsClosed() {
    assertThat(InputState.of(live(RunState.RUNNING), false).open()).isTrue();
    assertThat(InputState.of(live(RunState.BOOTING), false).open()).isTrue();
    assertThat(InputState.of(live(RunState.PAUSED), false))
        .isEqualTo(new InputState(false, "Guest is paused: resume it to type"));
    assertThat(InputState.of(live(RunState.STARTING), false).open()).isFalse();
    assertThat(InputState.of(Optional.empty(), false).text()).isEqualTo("Guest not running");
    var guest = new FakeGuest(19, RunState.RUNNING);
    guest.end(Verdict.NEVER_READY, "no ready pattern within 30 s");
    assertThat(InputState.of(Optional.of(new ShownRun.Live(guest)), false).text())
        .isEqualTo("Guest not running (never ready)");
    var attached =
        new FakeGuest(19, RunState.RUNNING)
            .limit(new Limits(true, "", "", "It is a file.", "", "", ""));
    assertThat(InputState.of(Optional.of(new ShownRun.Live(attached)), false))
        .isEqualTo(new InputState(false, "It is a file."));
    var past =
        new ShownRun.Past(
            Samples.record(12, Verdict.STOPPED, ""), new FakeConsole(), new FakeVitals());
    assertThat(InputState.of(Optional.of(past), false).text()).contains("#12");
  }

  @Test
  void aConsoleThatNeverWasIsNotLost() {
    var guest =
        new FakeGuest(19, RunState.RUNNING)
            .limit(new Limits(true, "", "", "It has no serial line.", "", "", ""));
    guest.console().end();
    try (var shown = ShownConsole.of(new ShownRun.Live(guest))) {
      assertThat(shown.cutOff()).isFalse();
      guest.console().print(10, "heard once\n");
      assertThat(shown.cutOff()).isTrue();
    }
  }

  @Test
  void aPausedConsoleIsAsOfThePauseHoweverLongItLasts() {
    var guest = new FakeGuest(19, RunState.PAUSED);
    guest.vitals().mark(4_000, Mark.Kind.PAUSE, "paused").now(95_000);
    try (var shown = ShownConsole.of(new ShownRun.Live(guest))) {
      assertThat(shown.asOf(ZoneOffset.UTC))
          .isEqualTo(
              "as of " + Times.seconds(shown.start().orElseThrow().plusSeconds(4), ZoneOffset.UTC));
    }
  }

  @Test
  void emptinessHasAReason() {
    assertThat(Emptiness.of(Optional.empty(), false).act()).isEqualTo(Emptiness.Act.RUN);
    assertThat(Emptiness.of(live(RunState.STARTING), false).title()).isEqualTo("Connecting");
    assertThat(Emptiness.of(live(RunState.RUNNING), true).act()).isEqualTo(Emptiness.Act.UNFILTER);
    assertThat(Emptiness.of(live(RunState.ENDED), false).text()).contains("#19");
    var guest = new FakeGuest(19, RunState.BOOTING);
    guest.vitals().now(200);
    assertThat(Emptiness.of(Optional.of(new ShownRun.Live(guest)), false).text())
        .isEqualTo("The guest started 0.2 s ago and has written nothing to its serial port.");
  }

  @Test
  void timesAreWrittenToTheMillisecond() {
    var start = Instant.parse("2026-05-04T14:06:20Z");
    assertThat(Times.clock(start, 2705.4, ZoneOffset.UTC)).isEqualTo("14:06:22.705");
    assertThat(Times.uptime(412.705)).isEqualTo("    0:00.413");
    assertThat(Times.uptime(3_723_004)).isEqualTo(" 1:02:03.004");
  }

  @Test
  void countsSpeakPlainly() {
    var all = new LineRing();
    add(all, "one", "warn two", "error: three", "warn four");
    assertThat(Counts.of(all, all)).isEqualTo("4 lines, 1 error, 2 warnings");
    var shown = new LineRing();
    add(shown, "warn two");
    assertThat(Counts.of(all, shown)).isEqualTo("1 of 4 lines, 1 error, 2 warnings");
  }

  @Test
  void typedLinesComeBack() {
    var typed = new Typed();
    assertThat(typed.older("x")).isEmpty();
    typed.add("help");
    typed.add("ps");
    typed.add("ps");
    typed.add(" ");
    assertThat(typed.older("draft")).contains("ps");
    assertThat(typed.older("ps")).contains("help");
    assertThat(typed.older("help")).isEmpty();
    assertThat(typed.newer()).contains("ps");
    assertThat(typed.newer()).contains("draft");
    assertThat(typed.newer()).isEmpty();
  }

  private static void add(LineRing ring, String... texts) {
    for (String text : texts) {
      ring.append(
          List.of(new NumberedLine(ring.ended(), 0, ConsoleLine.plain(text, 0))), Optional.empty());
    }
  }
}
