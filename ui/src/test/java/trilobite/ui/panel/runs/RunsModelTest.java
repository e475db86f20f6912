// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.port.History.Usage;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.testing.Samples;

final class RunsModelTest {

  private static final Instant NOW = Samples.STARTED.plusSeconds(60);

  private final RunsModel model = new RunsModel();

  private List<RunRow> rows() {
    return model.rows(Optional.empty(), NOW, ZoneOffset.UTC);
  }

  @Test
  void aFineRunSaysHowItWentAndABadOneWhy() {
    model.done(
        new RunsModel.Read(
            List.of(
                Samples.record(18, Verdict.CRASHED, "page fault at 0x0"),
                Samples.record(17, Verdict.STOPPED, "")),
            new Usage(0, 1)));
    assertThat(rows())
        .extracting(RunRow::title, RunRow::word, RunRow::detail, RunRow::look)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "#18", "crashed", "page fault at 0x0", RunRow.Look.BAD),
            org.assertj.core.groups.Tuple.tuple(
                "#17", "stopped", "405 ms boot, 11 min", RunRow.Look.FINE));
  }

  @Test
  void theGuestOfThisWindowShowsItsPresentState() {
    var record = Samples.record(19, Verdict.STOPPED, "");
    var going =
        new trilobite.model.run.RunRecord(
            record.id(),
            record.project(),
            record.projectFolder(),
            record.target(),
            record.started(),
            Optional.empty(),
            "",
            record.accelerator(),
            // What a run that goes on writes down of itself, it knows only at its end.
            java.util.OptionalDouble.empty(),
            java.util.OptionalDouble.empty(),
            java.util.OptionalDouble.empty(),
            record.memory(),
            record.image(),
            record.buildId(),
            record.command(),
            record.folder(),
            java.util.OptionalLong.empty());
    var paused = Optional.of(Samples.status(19, RunState.PAUSED));
    var row = RunRow.of(going, paused, NOW, ZoneOffset.UTC);
    assertThat(row.word()).isEqualTo("paused");
    assertThat(row.when()).isEqualTo("now");
    assertThat(row.detail()).isEqualTo("412 ms boot, 64 MiB");
    assertThat(row.finished()).isFalse();
    assertThat(RunRow.of(going, Optional.empty(), NOW, ZoneOffset.UTC).word()).isEqualTo("running");
    var ended = Optional.of(Samples.status(19, RunState.ENDED));
    assertThat(RunRow.of(going, ended, NOW, ZoneOffset.UTC).word()).isEqualTo("stopped");
  }

  @Test
  void filtersByWordsAndTheirAbsence() {
    model.done(
        new RunsModel.Read(
            List.of(
                Samples.record(18, Verdict.CRASHED, "page fault"),
                Samples.record(17, Verdict.STOPPED, "")),
            new Usage(0, 1)));
    model.filter("crash page");
    assertThat(rows()).extracting(RunRow::title).containsExactly("#18");
    model.filter("!crashed");
    assertThat(rows()).extracting(RunRow::title).containsExactly("#17");
    model.filter("#17 tidepool");
    assertThat(rows()).extracting(RunRow::title).containsExactly("#17");
    model.filter("  ");
    assertThat(rows()).hasSize(2);
  }

  @Test
  void askingMarksOneRow() {
    model.done(
        new RunsModel.Read(
            List.of(Samples.record(18, Verdict.LOST, ""), Samples.record(17, Verdict.LOST, "")),
            new Usage(0, 1)));
    model.ask(Optional.of(new RunId(17)));
    assertThat(rows()).extracting(RunRow::asking).containsExactly(false, true);
  }

  @Test
  void saysWhatIsKeptOfWhatMayBe() {
    assertThat(model.usage()).isEmpty();
    assertThat(model.loading()).isTrue();
    model.done(
        new RunsModel.Read(
            List.of(Samples.record(18, Verdict.LOST, "")), new Usage(60_923_904, 2L << 30)));
    assertThat(model.usage()).isEqualTo("1 run, 58.1 MiB of 2 GiB");
  }

  @Test
  void aFailureKeepsWhatWasRead() {
    model.done(new RunsModel.Read(List.of(Samples.record(18, Verdict.LOST, "")), new Usage(0, 1)));
    model.failed("database is locked");
    assertThat(model.failure()).contains("database is locked");
    assertThat(rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "412.4, 412 ms",
    "4200, 4.2 s",
    "42000, 42 s",
    "660000, 11 min",
    "12000000, 3 h 20 min"
  })
  void durations(double millis, String text) {
    assertThat(RunWords.duration(millis)).isEqualTo(text);
  }

  @Test
  void timesOfTodayAndDaysBefore() {
    var start = Instant.parse("2026-05-04T13:52:00Z");
    assertThat(RunWords.when(start, NOW, ZoneOffset.UTC)).isEqualTo("13:52");
    assertThat(RunWords.when(start.minusSeconds(86_400), NOW, ZoneOffset.UTC))
        .isEqualTo("yesterday");
    assertThat(RunWords.when(start.minusSeconds(864_000), NOW, ZoneOffset.UTC)).isEqualTo("24 Apr");
    assertThat(RunWords.when(start.minusSeconds(31_536_000), NOW, ZoneOffset.UTC))
        .isEqualTo("4 May 2025");
  }
}
