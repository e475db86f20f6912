// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.time.Mark;
import trilobite.model.vitals.Vital;
import trilobite.ui.chart.TimeScale;
import trilobite.ui.chart.TimeWindow;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.vitals.VitalsModel.Banner.Kind;
import trilobite.ui.testing.FakeConsole;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.FakeVitals;
import trilobite.ui.testing.Samples;

final class VitalsModelTest {

  private static VitalsModel.Banner banner(
      ShownRun run, boolean viewPaused, Optional<RunStatus> live) {
    return VitalsModel.banner(run, viewPaused, run.wall(ZoneOffset.UTC), live);
  }

  private static ShownRun live(RunState state) {
    return new ShownRun.Live(new FakeGuest(19, state));
  }

  @Test
  void aRunningGuestNeedsNoWords() {
    assertThat(banner(live(RunState.RUNNING), false, Optional.empty()).kind()).isEqualTo(Kind.NONE);
  }

  @Test
  void aPausedViewSaysThatTheGuestRunsOn() {
    var banner = banner(live(RunState.RUNNING), true, Optional.empty());
    assertThat(banner.kind()).isEqualTo(Kind.VIEW_PAUSED);
    assertThat(banner.text()).contains("The guest runs on");
  }

  @Test
  void aPausedGuestAndAnEndedOneSayAsOfWhen() {
    assertThat(banner(live(RunState.PAUSED), false, Optional.empty()).text())
        .startsWith("as of 14:06:20");
    var guest = new FakeGuest(19, RunState.RUNNING);
    guest.end(Verdict.CRASHED, "page fault at 0x0");
    var ended = banner(new ShownRun.Live(guest), true, Optional.empty());
    assertThat(ended.text()).isEqualTo("as of 14:07:21: crashed, page fault at 0x0");
    var other = new FakeGuest(20, RunState.RUNNING);
    other.end(Verdict.STOPPED, "Its owner ended it (SIGTERM).");
    assertThat(banner(new ShownRun.Live(other), true, Optional.empty()).text())
        .endsWith(": stopped. Its owner ended it (SIGTERM).");
    assertThat(new ShownRun.Live(guest).goesOn()).isFalse();
  }

  @Test
  void aPastRunOffersTheWayBackOnlyToALiveGuest() {
    var record = Samples.record(17, Verdict.NEVER_READY, "");
    var past = new ShownRun.Past(record, new FakeConsole().end(), new FakeVitals());
    assertThat(banner(past, false, Optional.empty()))
        .extracting(VitalsModel.Banner::text, VitalsModel.Banner::back)
        .containsExactly("Run #17, never ready 13:14:20", false);
    var other = Optional.of(Samples.status(19, RunState.RUNNING));
    assertThat(banner(past, false, other).back()).isTrue();
    var gone = Optional.of(Samples.status(19, RunState.ENDED));
    assertThat(banner(past, false, gone).back()).isFalse();
  }

  @Test
  void graphsExistForWhatTheGuestHas() {
    var vitals = new FakeVitals();
    assertThat(ids(vitals)).containsExactly("cpu", "memory", "network");
    vitals.add(Vital.DISK_READ_BYTES, 0, 0);
    assertThat(ids(vitals)).containsExactly("cpu", "memory", "network", "disk");
  }

  private static List<String> ids(FakeVitals vitals) {
    return new VitalsGraphs(vitals, false)
        .graphs().stream().map(trilobite.ui.chart.GraphSpec::id).toList();
  }

  @Test
  void provenanceCountsPausesAndCostAndSaysWhatIsMissing() {
    var source = new Source(Source.Kind.GUEST_MEMORY, "tide_heap");
    Map<Vital, Measured<Double>> latest =
        Map.of(
            Vital.MEMORY_TOUCHED, Measured.of(new Reading<>(5.0, source, 9_500, 1_500, 0)),
            Vital.CPU, Measured.of(new Reading<>(5.0, source, 9_000, 500, 2)),
            Vital.HEAP_USED, Measured.unknown("no symbol tide_heap"));
    var provenance = new Provenance(latest, 10_000);
    assertThat(provenance.pauses()).isEqualTo(2);
    assertThat(provenance.costMicros()).isEqualTo(2_000);
    assertThat(provenance.cost(500)).isEqualTo("cost 0.4 % of one host core");
    assertThat(provenance.lines(Subject.MEMORY))
        .isEqualTo(
            """
            touched: guest memory (tide_heap), 0.5 s ago, 1500 µs, 0 pauses
            heap used: no symbol tide_heap""");
    assertThat(provenance.note(Subject.MEMORY)).contains("heap used: no symbol tide_heap");
    assertThat(provenance.missing(Subject.CPU)).isEmpty();
  }

  @Test
  void theSamplingPeriodIsReadFromTheSamples() {
    var vitals = new FakeVitals();
    for (int i = 0; i < 9; i++) {
      vitals.add(Vital.CPU, i * 500 + (i == 4 ? 130 : 0), 1);
    }
    assertThat(Provenance.period(vitals.series().get(Vital.CPU))).hasValue(500);
  }

  @Test
  void marksGetWordsWhereThereIsRoomWeightierOnesFirst() {
    var marks =
        List.of(
            new Mark(100, Mark.Kind.BOOT, "boot"),
            new Mark(110, Mark.Kind.READY, "ready"),
            new Mark(120, Mark.Kind.CRASH, "crashed"),
            new Mark(5_000, Mark.Kind.INFO, "outside"));
    var placed =
        MarkLayout.place(
            marks,
            new TimeScale(new TimeWindow(0, 1_000), 340),
            380,
            text -> text.length() * 6,
            new double[] {0, 0});
    assertThat(placed)
        .extracting(one -> one.mark().text())
        .containsExactly("crashed", "ready", "boot");
    assertThat(placed).extracting(MarkLayout.Placed::row).startsWith(0, 1);
    assertThat(placed.getLast().row()).isEqualTo(-1);
  }

  @Test
  void marksLeaveRoomForTheCursorAndTurnLeftAtTheEdge() {
    var marks = List.of(new Mark(990, Mark.Kind.STOP, "stopped"));
    var placed =
        MarkLayout.place(
            marks,
            new TimeScale(new TimeWindow(0, 1_000), 340),
            345,
            text -> 60,
            new double[] {200, 345});
    assertThat(placed.getFirst().row()).isZero();
    assertThat(placed.getFirst().wordsLeft()).isTrue();
  }
}
