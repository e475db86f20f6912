// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import trilobite.model.query.QueryTerms;
import trilobite.model.query.SqlValue;
import trilobite.model.reading.Measured;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.run.Verdict;
import trilobite.model.time.HostClock;
import trilobite.model.time.Mark;
import trilobite.model.time.Sample;
import trilobite.model.vitals.Vital;
import trilobite.runner.control.FakeGuest;
import trilobite.runner.place.RunFolders;
import trilobite.runner.query.SqlQueries;

class RunHistoryTest {

  private static final Optional<Verdict> STOPPED = Optional.of(Verdict.STOPPED);

  @TempDir Path state;

  private RunHistory history() {
    return new RunHistory(state, () -> Long.MAX_VALUE);
  }

  @Test
  void runsComeFromTheirFoldersNewestFirst() throws IOException {
    var first = Runs.add(state, STOPPED);
    var second = Runs.add(state, Optional.empty());
    var runs = history().runs(10);
    assertThat(runs).extracting(RunRecord::id).containsExactly(second, first);
    assertThat(runs.getLast())
        .usingRecursiveComparison()
        .ignoringFields("bytes")
        .isEqualTo(Runs.record(first, new RunFolders(state).folder(first), STOPPED));
    assertThat(runs.getLast().bytes().getAsLong()).isPositive();
    assertThat(history().runs(1)).hasSize(1);
    assertThat(history().run(new RunId(99))).isEmpty();
  }

  @Test
  void aRunThatIsOnlyJustStartingIsNoTroubleToTell() throws IOException {
    var second = Runs.add(state, STOPPED);
    Files.createDirectories(new RunFolders(state).folder(new RunId(second.number() + 1)));
    var logger = (Logger) LoggerFactory.getLogger(RunHistory.class);
    var told = new ListAppender<ILoggingEvent>();
    var before = logger.getLevel();
    told.start();
    logger.addAppender(told);
    logger.setLevel(Level.DEBUG);
    try {
      assertThat(history().runs(10)).extracting(RunRecord::id).containsExactly(second);
    } finally {
      logger.setLevel(before);
      logger.detachAppender(told);
    }
    assertThat(told.list).isEmpty();
  }

  @Test
  void anEndThatSomebodyElseWroteDownIsTakenIn() throws IOException {
    var id = Runs.add(state, Optional.empty());
    var history = history();
    assertThat(history.run(id).orElseThrow().verdict()).isEmpty();
    Runs.write(state, id, Optional.of(Verdict.LOST));
    assertThat(history.run(id).orElseThrow().verdict()).contains(Verdict.LOST);
  }

  @Test
  void aRunThatBecomesReadyIsTakenInBeforeItsEnd() throws IOException {
    var id = Runs.add(state, Optional.empty());
    var file = new RunFolders(state).folder(id).resolve("run.json");
    var ready = Files.readString(file);
    Files.writeString(file, ready.replaceFirst("\"readyMs\"[^\n]*\n", ""));
    var history = history();
    assertThat(history.run(id).orElseThrow().readyMillis()).isEmpty();
    Files.writeString(file, ready);
    assertThat(history.run(id).orElseThrow().readyMillis()).hasValue(90);
  }

  @Test
  void aLaunchThatCameToNothingDoesNotGoOnForEver() throws IOException {
    var kept = Runs.add(state, STOPPED);
    var tried = Runs.add(state, Optional.empty());
    var history = history();
    assertThat(history.runs(10)).extracting(RunRecord::id).containsExactly(tried, kept);
    KeptFiles.delete(new RunFolders(state).folder(tried));
    assertThat(history.runs(10)).extracting(RunRecord::id).containsExactly(kept);
  }

  private static List<SqlValue> row(double t, double value) {
    return List.of(new SqlValue.Real(t), new SqlValue.Real(value));
  }

  @Test
  void graphsMarksAndConsoleOpenAgain() throws Exception {
    var id = Runs.add(state, STOPPED);
    var history = history();
    history.runs(1);
    var database = new Database(state.resolve("history.db"));
    database.change(
        handle -> {
          var rows = new SeriesRows(handle, id);
          rows.add(Vital.CPU, List.of(new Sample(0, 1), new Sample(500, 99)));
          rows.add(Vital.CPU, List.of(new Sample(1000, Double.NaN), new Sample(4000, 3)));
          new MarkRows(handle, id).put(List.of(new Mark(41.5, Mark.Kind.BOOT, "first byte")));
          new SourceRows(handle, id)
              .put(SourceRows.of(Map.of(Vital.HEAP_USED, Measured.unknown("torn"))), Map.of());
        });
    var vitals = history.vitals(id);
    var cpu = vitals.series().get(Vital.CPU);
    assertThat(cpu.spans(0, 5000, 5).max()[0]).isEqualTo(99);
    assertThat(cpu.at(2000)).isEmpty();
    assertThat(vitals.now()).isEqualTo(5000);
    assertThat(vitals.latest().get(Vital.HEAP_USED)).isEqualTo(Measured.unknown("torn"));
    assertThat(vitals.latest().get(Vital.CPU).value()).contains(3.0);
    assertThat(vitals.marks())
        .extracting(Mark::kind)
        .containsExactly(Mark.Kind.BOOT, Mark.Kind.READY, Mark.Kind.STOP);
    assertThat(
            new SqlQueries(history, HostClock::nanos)
                .ask(
                    "select t, value from run_vitals where vital = 'cpu'",
                    QueryTerms.USUAL,
                    FakeGuest::new)
                .rows())
        .containsExactly(row(0, 1), row(500, 99), row(4000, 3));
    var bytes = new byte[10];
    assertThat(history.console(id).read(0, bytes)).isEqualTo(6);
    assertThat(history.console(id).live()).isFalse();
  }

  @Test
  void eventsAreReadWithoutALookAtTheSamples() throws Exception {
    var id = Runs.add(state, STOPPED);
    var history = history();
    history.runs(1);
    var database = new Database(state.resolve("history.db"));
    database.change(
        handle -> {
          new MarkRows(handle, id).put(List.of(new Mark(12, Mark.Kind.INFO, "mine")));
          handle.execute("drop table chunk");
        });
    var run = database.read(handle -> new RunRows(handle).find(id)).orElseThrow();
    assertThat(history.marks(run)).extracting(Mark::text).contains("mine", "ready", "stopped");
    assertThatThrownBy(() -> history.vitals(id)).hasMessageContaining("chunk");
  }

  @Test
  void aRunThatGoesOnIsNotDeletedAndAFinishedOneIs() throws IOException {
    var on = Runs.add(state, Optional.empty());
    var over = Runs.add(state, STOPPED);
    var history = history();
    assertThatThrownBy(() -> history.delete(on)).hasMessageContaining("stop it first");
    history.delete(over);
    assertThat(history.runs(10)).extracting(RunRecord::id).containsExactly(on);
    assertThat(new RunFolders(state).folder(over)).doesNotExist();
    assertThatThrownBy(() -> history.vitals(over)).hasMessageContaining("no run #2");
  }

  @Test
  void deletingFollowsNoLink() throws IOException {
    var id = Runs.add(state, STOPPED);
    var other = Files.createDirectory(state.resolve("precious"));
    Files.writeString(other.resolve("file"), "x");
    Files.createSymbolicLink(new RunFolders(state).folder(id).resolve("link"), other);
    history().delete(id);
    assertThat(other.resolve("file")).exists();
  }

  @Test
  void theOldestFinishedRunsGoWhenTheLimitIsReached() throws IOException {
    var on = Runs.add(state, Optional.empty());
    var first = Runs.add(state, STOPPED);
    var second = Runs.add(state, STOPPED);
    var third = Runs.add(state, STOPPED);
    for (var id : List.of(on, first, second, third)) {
      Files.write(new RunFolders(state).folder(id).resolve("packets.pcap"), new byte[1 << 20]);
    }
    var tight = new RunHistory(state, () -> (5 << 20) / 2 + (1 << 19));
    tight.runs(10);
    tight.retain();
    assertThat(tight.runs(10)).extracting(RunRecord::id).containsExactly(third, on);
    assertThat(tight.usage().bytes()).isLessThan(tight.usage().limit());
    var impossible = new RunHistory(state, () -> 1);
    impossible.retain();
    assertThat(impossible.runs(10)).extracting(RunRecord::id).containsExactly(third, on);
  }

  @Test
  void theLimitIsASetting() {
    assertThat(RunHistory.limit(Optional.of("64M"))).isEqualTo(64L << 20);
    assertThat(RunHistory.limit(Optional.of("plenty"))).isEqualTo(2L << 30);
    assertThat(RunHistory.limit(Optional.empty())).isEqualTo(2L << 30);
  }

  @Test
  void aFileOfTheFirstVersionMigratesWithItsContent() throws IOException {
    var id = Runs.add(state, STOPPED);
    var url = "jdbc:sqlite:" + state.resolve("history.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:trilobite/runner/history")
        .target("1")
        .load()
        .migrate();
    Jdbi.create(url)
        .useHandle(
            handle -> {
              new RunRows(handle).put(Runs.record(id, new RunFolders(state).folder(id), STOPPED));
              new SeriesRows(handle, id).add(Vital.CPU, List.of(new Sample(7, 42)));
            });
    var vitals = history().vitals(id);
    assertThat(vitals.series().get(Vital.CPU).latest()).contains(new Sample(7, 42));
    assertThat(vitals.marks()).isNotEmpty();
  }

  @Test
  void aFileOfALaterProgramIsLeftAlone() throws IOException {
    Runs.add(state, STOPPED);
    history().runs(1);
    Jdbi.create("jdbc:sqlite:" + state.resolve("history.db"))
        .useHandle(
            handle ->
                handle.execute(
                    "insert into flyway_schema_history values"
                        + " (99,'99','later','SQL','V99__later.sql',1,'x','2026-01-01 00:00:00',1,1)"));
    assertThatThrownBy(() -> history().runs(1)).hasMessageContaining("newer Trilobite");
  }

  @Test
  void aDamagedFileIsPutAsideAndTheFoldersStillTell() throws IOException {
    var id = Runs.add(state, STOPPED);
    Files.writeString(state.resolve("history.db"), "this is no database, but a text\n".repeat(200));
    assertThat(history().runs(10)).extracting(RunRecord::id).containsExactly(id);
    try (var files = Files.list(state)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("history.db-damaged-"));
    }
  }

  @Test
  void aDamagedChunkIsAGapAndTheRestIsThere() throws IOException {
    var id = Runs.add(state, STOPPED);
    var history = history();
    history.runs(1);
    new Database(state.resolve("history.db"))
        .change(
            handle -> {
              var rows = new SeriesRows(handle, id);
              rows.add(Vital.CPU, List.of(new Sample(0, 1), new Sample(1, 2)));
              rows.add(Vital.CPU, List.of(new Sample(1000, 3), new Sample(1001, 4)));
              rows.add(Vital.CPU, List.of(new Sample(2000, 5), new Sample(2001, 6)));
              handle.execute("update chunk set data = x'00ff' where first = 1000");
            });
    var cpu = history.vitals(id).series().get(Vital.CPU);
    assertThat(cpu.at(500)).contains(new Sample(1, 2));
    assertThat(cpu.at(1500)).isEmpty();
    assertThat(cpu.at(3000)).contains(new Sample(2001, 6));
  }
}
