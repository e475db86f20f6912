// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.port.History;
import trilobite.model.query.QueryAnswer;
import trilobite.model.query.QueryException;
import trilobite.model.query.QueryTerms;
import trilobite.model.query.SqlValue;
import trilobite.model.query.SqlValue.Null;
import trilobite.model.query.SqlValue.Real;
import trilobite.model.query.SqlValue.Text;
import trilobite.model.query.SqlValue.Whole;
import trilobite.model.run.Verdict;
import trilobite.model.time.HostClock;
import trilobite.runner.control.FakeGuest;
import trilobite.runner.history.RunHistory;
import trilobite.runner.history.Runs;

class SqlQueriesTest {

  @TempDir Path folder;
  private RunHistory history;
  private SqlQueries queries;
  private final FakeGuest guest = new FakeGuest();
  private int asked;

  @BeforeEach
  void open() {
    history = new RunHistory(folder, () -> 1 << 20);
    queries = new SqlQueries(history, HostClock::nanos);
  }

  @AfterEach
  void close() {
    history.close();
  }

  private QueryAnswer ask(String sql, QueryTerms terms) throws Exception {
    return queries.ask(
        sql,
        terms,
        () -> {
          asked++;
          return guest;
        });
  }

  private QueryAnswer ask(String sql) throws Exception {
    return ask(sql, QueryTerms.USUAL);
  }

  private QueryException wrong(String sql) {
    return catchThrowableOfType(QueryException.class, () -> ask(sql));
  }

  @Test
  void aViewIsATableWithItsTypesAndNullsForWhatIsEmpty() throws Exception {
    var answer = ask("select id, name, cpu, stack_used, waits_for, typeof(address) from threads");
    assertThat(answer.columns())
        .containsExactly("id", "name", "cpu", "stack_used", "waits_for", "typeof(address)");
    assertThat(answer.rows())
        .containsExactly(
            List.<SqlValue>of(
                new Whole(7),
                new Text("worker-1"),
                new Real(12.5),
                new Null(),
                new Text("mutex cache"),
                new Text("integer")));
    var use = answer.tables().getFirst();
    assertThat(use.name()).isEqualTo("threads");
    assertThat(use.rows().source().detail()).isEqualTo("/proc");
    assertThat(use.cut()).as("the reader's own").contains("time was up");
    assertThat(answer.pausedMicros()).isEmpty();
  }

  @Test
  void addressesAreKnownAsSuchUnlessTheyAreReckonedWith() throws Exception {
    var answer = ask("select address, address as at, address + 8 as next, id from threads");
    assertThat(answer.addresses()).containsExactlyInAnyOrder("address", "at");
    assertThat(answer.table().columns())
        .extracting("unit")
        .containsExactly("address", "address", "", "");
    assertThat(ask("select typeof(address) from threads").addresses()).isEmpty();
    assertThat(ask("select max(address) as a from threads group by id").rows()).hasSize(1);
  }

  @Test
  void theFirstAnswerHasItsRates() throws Exception {
    guest.cold(3);
    assertThat(ask("select cpu from threads").rows()).containsExactly(List.of(new Real(12.5)));
  }

  @Test
  void tablesAreJoinedAndOnlyThoseNamedAreRead() throws Exception {
    var answer = ask("select t.name, a.name, a.used from threads t join allocators a");
    assertThat(answer.columns()).containsExactly("name", "name_2", "used");
    assertThat(answer.tables()).extracting("name").containsExactly("threads", "allocators");
    assertThat(ask("select count(*) from allocators").tables()).hasSize(1);
    assertThat(ask("with t as (select * from threads) select used from t, allocators").rows())
        .hasSize(1);
    asked = 0;
    assertThat(ask("select 'threads' as word").tables()).isEmpty();
    assertThat(ask("select run, verdict from runs").rows()).isEmpty();
    assertThat(asked).as("no guest is needed").isZero();
  }

  @Test
  void aTableThatCannotBeSeenIsAnErrorNotAnEmptyTable() {
    assertThat(wrong("select * from drives"))
        .hasMessage("drives cannot be seen: a fake guest has no drives");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select nam from threads | 7 | “name”",
        "select t.nam from threads t where t.nam = 'x' | 9 | “name”",
        "select * from thread | 14 | “threads”",
        "select name from threads where where | 31 | “where”",
        "select name, from threads | 13 | “from”",
        "select id from threads order by | 31 | stops",
        "select 1; select 2 | 10 | only one",
        "delete from threads | 0 | only read",
        "pragma query_only = off | 0 | begins with",
      })
  void aMistakeSaysWhereAndWhatWasMeant(String sql, int position, String words) {
    var mistake = wrong(sql);
    assertThat(mistake).hasMessageContaining(words);
    assertThat(mistake.position()).hasValue(position);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attach 'x.db' as x",
        "vacuum into 'x.db'",
        "with x as (select 1) insert into threads(id) select 1",
        "with x as (select 1) delete from threads",
        "select load_extension('x')",
        "select writefile('x', 'y')",
        "explain attach 'x.db' as x; drop table threads",
        "",
        " ; ",
        "/* never ends",
      })
  void nothingChangesAndNoFileIsReached(String sql) throws IOException {
    assertThat(wrong(sql)).as(sql).isNotNull();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("x.db", "x");
    }
  }

  @Test
  void aQueryThatNeverEndsIsStopped() {
    var endless = "with recursive c(x) as (select 1 union all select x + 1 from c) ";
    var brief = new QueryTerms(Duration.ofMillis(50), 1_000, 1 << 20, false);
    assertThatThrownBy(() -> ask(endless + "select count(*) from c", brief))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("stopped after 50 ms");
    assertThatThrownBy(
            () -> {
              Thread.currentThread().interrupt();
              ask(endless + "select count(*) from c");
            })
        .isInstanceOf(InterruptedException.class);
  }

  /// Each look at the clock finds it a second later, so that not all runs are read in time.
  @Test
  void aLongHistoryIsReadFromItsNewestRunAsFarAsThereIsTime() throws Exception {
    int all = 12;
    for (int i = 0; i < all; i++) {
      Runs.add(folder, Optional.of(Verdict.STOPPED));
    }
    var clock = new AtomicLong();
    queries = new SqlQueries(history, () -> clock.addAndGet(1_000_000_000));
    var answer = ask("select count(distinct run) n, max(run) newest from run_events");
    var row = answer.rows().getFirst();
    assertThat(row.getLast()).isEqualTo(new Whole(all));
    assertThat(((Whole) row.getFirst()).value()).isBetween(1L, all - 1L);
    assertThat(answer.tables().getFirst().cut())
        .hasValueSatisfying(why -> assertThat(why).startsWith("only events of the runs after"));
  }

  @Test
  void eventsOfRunsNeedNoSamplesOfThem() throws Exception {
    Runs.add(folder, Optional.of(Verdict.STOPPED));
    var counted = new ConcurrentHashMap<String, Integer>();
    var watched =
        (History)
            Proxy.newProxyInstance(
                History.class.getClassLoader(),
                new Class<?>[] {History.class},
                (_, method, given) -> {
                  counted.merge(method.getName(), 1, Integer::sum);
                  return method.invoke(history, given);
                });
    queries = new SqlQueries(watched, HostClock::nanos);
    assertThat(ask("select kind, text from run_events where kind = 'stop'").rows()).hasSize(1);
    assertThat(counted).containsEntry("marks", 1).doesNotContainKey("vitals");
  }

  @Test
  void rowsAndBytesHaveBounds() throws Exception {
    var endless = "with recursive c(x) as (select 1 union all select x + 1 from c) ";
    var few = new QueryTerms(Duration.ofSeconds(60), 5, 1 << 20, false);
    var answer = ask(endless + "select x from c", few);
    assertThat(answer.rows()).hasSize(5);
    assertThat(answer.cut()).hasValueSatisfying(why -> assertThat(why).contains("first 5 rows"));
    var small = new QueryTerms(Duration.ofSeconds(60), 1_000_000, 10_000, false);
    var wide = ask(endless + "select hex(zeroblob(500)) from c", small);
    assertThat(wide.rows()).hasSize(9);
    assertThat(wide.cut()).isPresent();
    assertThat(wrong("select zeroblob(1000000000)")).hasMessageContaining("too big");
  }

  @Test
  void commentsStringsAndAnEndOfStatementAreUnderstood() throws Exception {
    assertThat(ask("select ';' as a, \"id\" /* ; */ from threads; -- done\n").rows())
        .containsExactly(List.<SqlValue>of(new Text(";"), new Whole(7)));
  }
}
