// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.console.ConsoleLog;
import trilobite.model.packet.PacketLog;
import trilobite.model.port.History;
import trilobite.model.project.MemorySize;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.time.Mark;
import trilobite.model.vitals.Vitals;
import trilobite.runner.capture.RecordedPackets;
import trilobite.runner.console.RecordedConsole;
import trilobite.runner.live.RunFile;
import trilobite.runner.live.Session;
import trilobite.runner.place.RunFolders;
import trilobite.runner.vitals.Chronicle;

/// The history of this user's runs. What a run's folder says wins over its row, because the folder
/// is put right after an unclean end, and by whoever comes next.
public final class RunHistory implements History, Chronicle, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunHistory.class);
  private static final long DEFAULT_LIMIT = 2L << 30;

  /// The setting that holds the limit, such as `2G`.
  public static final String LIMIT_SETTING = "history.limit";

  private final RunFolders folders;
  private final Path base;
  private final Database database;
  private final LongSupplier limit;
  private final List<HistoryWriter> writers = new CopyOnWriteArrayList<>();

  /// @param state Trilobite's folder of durable state
  /// @param limit bytes to keep at most; asked again whenever a run ends
  public RunHistory(Path state, LongSupplier limit) {
    this.folders = new RunFolders(state);
    this.base = state.resolve("runs");
    this.database = new Database(state.resolve("history.db"));
    this.limit = limit;
  }

  /// The limit that a setting's text means; the usual one where it means nothing.
  public static long limit(Optional<String> setting) {
    return setting.flatMap(MemorySize::parse).map(MemorySize::bytes).orElse(DEFAULT_LIMIT);
  }

  @Override
  public Recording begin(Session session, Vitals vitals) {
    writers.removeIf(writer -> !writer.atWork());
    var writer = HistoryWriter.start(database, session, vitals, this::retain);
    writers.add(writer);
    return writer;
  }

  /// Waits some seconds at most for what is still being written of runs that have ended.
  @Override
  public void close() {
    try {
      for (var writer : writers) {
        writer.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<RunRecord> runs(int most) throws IOException {
    catchUp();
    return database.read(handle -> new RunRows(handle).newest(most));
  }

  @Override
  public Optional<RunRecord> run(RunId id) throws IOException {
    catchUp();
    return database.read(handle -> new RunRows(handle).find(id));
  }

  @Override
  public Vitals vitals(RunId id) throws IOException {
    var run = known(id);
    return database.read(handle -> RecordedVitals.load(handle, run));
  }

  @Override
  public List<Mark> marks(RunRecord run) throws IOException {
    return database.read(handle -> RecordedVitals.marks(handle, run));
  }

  @Override
  public ConsoleLog console(RunId id) throws IOException {
    var folder = known(id).folder();
    return new RecordedConsole(folder, () -> goesOn(folder));
  }

  @Override
  public PacketLog packets(RunId id) throws IOException {
    var folder = known(id).folder();
    return new RecordedPackets(folder, () -> goesOn(folder));
  }

  @Override
  public void delete(RunId id) throws IOException {
    if (known(id).verdict().isEmpty()) {
      throw new IOException("run " + id + " is still going on; stop it first");
    }
    forget(id);
    database.execute("pragma incremental_vacuum");
  }

  @Override
  public Usage usage() throws IOException {
    return new Usage(database.bytes() + KeptFiles.bytes(base), limit.getAsLong());
  }

  private RunRecord known(RunId id) throws IOException {
    return run(id).orElseThrow(() -> new IOException("there is no run " + id));
  }

  private static boolean goesOn(Path folder) {
    try {
      return RunFile.read(folder).verdict().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /// Takes in what the folders know better: runs without a row, ends that nobody wrote down, and
  /// launches that were read while they were tried and came to nothing.
  private void catchUp() throws IOException {
    var known = database.read(handle -> new RunRows(handle).known());
    var there = folders.all();
    for (var id : known.keySet()) {
      if (!known.get(id) && !there.contains(id)) {
        forget(id);
      }
    }
    for (var id : there) {
      var over = Optional.ofNullable(known.get(id));
      if (!over.orElse(false)) {
        catchUp(id, over.isPresent());
      }
    }
  }

  private void catchUp(RunId id, boolean hasRow) throws IOException {
    try {
      var run = RunFile.read(folders.folder(id));
      if (!hasRow || run.verdict().isPresent() || readyNow(run)) {
        put(run);
      }
    } catch (NoSuchFileException e) {
      // It is only just starting: the record comes a moment after the folder.
    } catch (IOException e) {
      LOG.debug("the record of run {} cannot be read: {}", id, e.getMessage());
    }
  }

  /// True where the run became ready after its row was written.
  private boolean readyNow(RunRecord run) throws IOException {
    return run.readyMillis().isPresent()
        && database
            .read(handle -> new RunRows(handle).find(run.id()))
            .filter(row -> row.readyMillis().isEmpty())
            .isPresent();
  }

  private void put(RunRecord run) throws IOException {
    database.change(
        handle -> {
          var bytes = KeptFiles.bytes(run.folder()) + new SeriesRows(handle, run.id()).bytes();
          new RunRows(handle).put(run.sized(bytes));
        });
  }

  private void forget(RunId id) throws IOException {
    // Folder first: a row without its folder is listed and can be deleted again.
    KeptFiles.delete(folders.folder(id));
    database.change(
        handle -> {
          new RunRows(handle).delete(id);
        });
  }

  /// Deletes the oldest finished runs until the limit holds, but never the newest.
  void retain() throws IOException {
    var finished = database.read(handle -> new RunRows(handle).finished());
    var oldest = finished.subList(0, Math.max(0, finished.size() - 1)).iterator();
    while (oldest.hasNext() && usage().bytes() > limit.getAsLong()) {
      forget(oldest.next());
      database.execute("pragma incremental_vacuum");
      database.execute("pragma wal_checkpoint(truncate)");
    }
  }
}
