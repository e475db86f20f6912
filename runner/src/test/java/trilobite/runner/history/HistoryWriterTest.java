// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.run.Verdict;
import trilobite.model.vitals.Vitals;
import trilobite.runner.Waiting;
import trilobite.runner.live.Session;
import trilobite.runner.place.RunFolders;

class HistoryWriterTest {

  private static final RunEvent ENDED =
      new RunEvent.Ended(Verdict.STOPPED, "It was stopped.", Optional.of(50.0));

  @TempDir Path state;
  private final AtomicReference<Consumer<RunEvent>> tell = new AtomicReference<>();
  private volatile boolean early;
  private RunId id;
  private Database database;

  @BeforeEach
  void make() throws Exception {
    id = Runs.add(state, Optional.empty());
    database = new Database(state.resolve("history.db"));
  }

  private HistoryWriter start() {
    return HistoryWriter.start(
        database, session(), vitals(), () -> early = row().flatMap(RunRecord::verdict).isEmpty());
  }

  @SuppressWarnings("unchecked")
  private Session session() {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (_, method, words) ->
                switch (method.getName()) {
                  case "id" -> id;
                  case "runFolder" -> new RunFolders(state).folder(id);
                  case "listen" -> {
                    tell.set((Consumer<RunEvent>) words[0]);
                    yield null;
                  }
                  default -> throw new AssertionError(method);
                });
  }

  private static Vitals vitals() {
    return (Vitals)
        Proxy.newProxyInstance(
            Vitals.class.getClassLoader(),
            new Class<?>[] {Vitals.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "series", "latest" -> Map.of();
                  case "marks" -> List.of();
                  default -> throw new AssertionError(method);
                });
  }

  private Optional<RunRecord> row() {
    try {
      return database.read(handle -> new RunRows(handle).find(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFirstWordThatIsHeardOfLateIsNotTheEnd() throws Exception {
    var writer = start();
    writer.complete();

    tell.get().accept(new RunEvent.Booted(40));
    Runs.write(state, id, Optional.of(Verdict.STOPPED));
    tell.get().accept(ENDED);
    writer.awaitEnd();

    assertThat(writer.atWork()).isFalse();
    assertThat(early).isFalse();
    assertThat(row().flatMap(RunRecord::verdict)).contains(Verdict.STOPPED);
  }

  @Test
  void aGuestThatSaysNothingIsWrittenDownToo() throws Exception {
    var writer = start();

    Waiting.until("its row", () -> row().isPresent());
    tell.get().accept(ENDED);
    writer.awaitEnd();
  }
}
