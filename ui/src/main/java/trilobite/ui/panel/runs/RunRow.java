// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.runs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import trilobite.model.run.RunRecord;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;

/// One line of the list.
///
/// @param word state or verdict
/// @param when time of day, day, or `now`
/// @param asking true while it asks whether it may be deleted
record RunRow(RunRecord run, Look look, String word, String detail, String when, boolean asking) {

  /// Icon and colour, always beside a word.
  enum Look {
    RUNNING,
    WAITING,
    PAUSED,
    FINE,
    BAD
  }

  /// @param live the guest of this window, whose state is fresher than the record
  static RunRow of(RunRecord run, Optional<RunStatus> live, Instant now, ZoneId zone) {
    var status = live.filter(one -> one.id().equals(run.id()));
    var verdict = run.verdict().or(() -> status.flatMap(RunStatus::verdict));
    if (verdict.isPresent()) {
      return ended(run, verdict.get(), now, zone);
    }
    var state = status.map(RunStatus::state).orElse(RunState.RUNNING);
    return new RunRow(
        run,
        switch (state) {
          case BUILDING, STARTING, BOOTING -> Look.WAITING;
          case RUNNING -> Look.RUNNING;
          case PAUSED -> Look.PAUSED;
          case ENDED -> Look.FINE;
        },
        state.name().toLowerCase(Locale.ROOT),
        RunWords.detail(run, status.map(RunStatus::ready).orElse(run.readyMillis())),
        "now",
        false);
  }

  private static RunRow ended(RunRecord run, Verdict verdict, Instant now, ZoneId zone) {
    return new RunRow(
        run,
        verdict.fine() ? Look.FINE : Look.BAD,
        verdict.words(),
        RunWords.detail(run, run.readyMillis()),
        RunWords.when(run.started(), now, zone),
        false);
  }

  RunRow asking(boolean next) {
    return new RunRow(run, look, word, detail, when, next);
  }

  /// A run that goes on cannot be deleted.
  boolean finished() {
    return look == Look.FINE || look == Look.BAD;
  }

  String title() {
    return run.id().toString();
  }

  /// True where every word of the filter occurs; `!word` must not.
  boolean fits(String filter) {
    var text =
        String.join(
                " ",
                title(),
                word,
                detail,
                when,
                run.project(),
                run.target(),
                run.accelerator(),
                run.buildId().orElse(""))
            .toLowerCase(Locale.ROOT);
    for (var part : filter.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      boolean not = part.startsWith("!") && part.length() > 1;
      if (text.contains(not ? part.substring(1) : part) == not) {
        return false;
      }
    }
    return true;
  }
}
