// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import trilobite.model.run.RunRecord;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.ui.chart.WallTime;
import trilobite.ui.panel.ShownRun;

/// What the column says about the run that it shows. Pure; the view asks once a frame.
final class VitalsModel {

  private VitalsModel() {}

  /// The line under the header.
  ///
  /// @param text empty for none
  /// @param back true where a way back to the live guest belongs beside it
  record Banner(String text, Kind kind, boolean back) {
    enum Kind {
      NONE,
      VIEW_PAUSED,
      GUEST_PAUSED,
      ENDED,
      PAST
    }

    static final Banner NONE = new Banner("", Kind.NONE, false);
  }

  /// @param live the guest that Run and Stop act on, if there is one
  static Banner banner(ShownRun run, boolean viewPaused, WallTime wall, Optional<RunStatus> live) {
    if (run instanceof ShownRun.Past past) {
      return past(past.record(), wall, live);
    }
    var status = run.live().orElseThrow().status();
    if (status.state() == RunState.ENDED) {
      double end = status.endedAt().orElse(run.vitals().now());
      return new Banner(
          "as of " + wall.second(end) + ": " + ended(status), Banner.Kind.ENDED, false);
    }
    if (viewPaused) {
      return new Banner(
          "Graphs paused. The guest runs on and is recorded.", Banner.Kind.VIEW_PAUSED, false);
    }
    if (status.state() == RunState.PAUSED) {
      return new Banner(
          "as of " + wall.second(run.pausedAt()) + ": the guest is paused",
          Banner.Kind.GUEST_PAUSED,
          false);
    }
    return Banner.NONE;
  }

  private static Banner past(RunRecord record, WallTime wall, Optional<RunStatus> live) {
    var verdict = record.verdict().map(Verdict::words).orElse("still running");
    double end = record.durationMillis().orElse(0);
    boolean other =
        live.filter(status -> status.state().alive() && !status.id().equals(record.id()))
            .isPresent();
    return new Banner(
        "Run " + record.id() + ", " + verdict + " " + wall.second(end), Banner.Kind.PAST, other);
  }

  private static String ended(RunStatus status) {
    var verdict = status.verdict().map(Verdict::words).orElse("ended");
    if (status.why().isEmpty()) {
      return verdict;
    }
    boolean sentence = Character.isUpperCase(status.why().charAt(0));
    return verdict + (sentence ? ". " : ", ") + status.why();
  }

  /// What the dashed lines are.
  static String ghost(RunRecord record, ZoneId zone) {
    var end = record.started().plusMillis(Math.round(record.durationMillis().orElse(0)));
    var time = String.format(Locale.ROOT, "%tR", end.atZone(zone));
    return "Dashed: run "
        + record.id()
        + ", "
        + record.verdict().map(Verdict::words).orElse("not ended")
        + " "
        + time
        + ". Press Run to record a new one.";
  }
}
