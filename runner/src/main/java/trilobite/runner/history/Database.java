// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import trilobite.model.time.HostClock;

/// The history's SQLite file. Opened when it is first needed, brought to the present schema then,
/// and put aside where it is damaged, since the runs' folders hold what matters most. All calls
/// block; safe from any thread and with other processes at work on the same file.
final class Database {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int PATIENCE_MILLIS = 10_000;
  private static final String SCHEMA = "classpath:trilobite/runner/history";
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path file;
  private Optional<Jdbi> open = Optional.empty();

  Database(Path file) {
    this.file = file;
  }

  /// Work on the database; all of it is done or nothing.
  interface Work<T> {
    T run(Handle handle) throws IOException;
  }

  /// @throws IOException where the database cannot be used; the message is fit for people
  <T> T run(Work<T> work) throws IOException {
    try {
      return jdbi().inTransaction(work::run);
    } catch (JdbiException e) {
      throw new IOException("the history " + file + " cannot be used: " + cause(e), e);
    }
  }

  /// Work that gives nothing back.
  interface Change {
    void make(Handle handle) throws IOException;
  }

  /// Changes the database; all of it or nothing.
  void change(Change change) throws IOException {
    var ignored =
        run(
            handle -> {
              change.make(handle);
              return true;
            });
  }

  /// Looks only; waits for nobody who writes.
  <T> T read(Work<T> work) throws IOException {
    try {
      return jdbi().withHandle(work::run);
    } catch (JdbiException e) {
      throw new IOException("the history " + file + " cannot be read: " + cause(e), e);
    }
  }

  /// For statements that SQLite wants outside of a transaction.
  void execute(String statement) throws IOException {
    try {
      var ignored = jdbi().withHandle(handle -> handle.execute(statement));
    } catch (JdbiException e) {
      throw new IOException("the history " + file + " cannot be used: " + cause(e), e);
    }
  }

  /// Bytes of the file and of what SQLite keeps beside it.
  long bytes() throws IOException {
    var sum = 0L;
    for (var each : List.of(file, beside("-wal"))) {
      sum += Files.exists(each) ? Files.size(each) : 0;
    }
    return sum;
  }

  private synchronized Jdbi jdbi() throws IOException {
    if (open.isEmpty()) {
      open = Optional.of(openSafely());
    }
    return open.get();
  }

  private Jdbi openSafely() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    // Two processes that bring the schema up to date at once would stumble over each other.
    synchronized (IN_THIS_PROCESS) {
      try (var channel =
              FileChannel.open(
                  beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        try {
          return openOnce();
        } catch (FlywayException | JdbiException e) {
          if (!damaged(e)) {
            throw new IOException("the history " + file + " cannot be opened: " + cause(e), e);
          }
          putAside();
          return openOnce();
        }
      }
    }
  }

  private Jdbi openOnce() throws IOException {
    var source = source();
    var jdbi = Jdbi.create(source);
    // Only takes effect in a file without tables; lets deleted runs give their space back.
    var ignored = jdbi.withHandle(handle -> handle.execute("pragma auto_vacuum = incremental"));
    var flyway = Flyway.configure().dataSource(source).locations(SCHEMA).load();
    var info = flyway.info();
    if (Arrays.stream(info.all()).anyMatch(each -> !each.getState().isResolved())) {
      throw new IOException(
          "the history " + file + " was written by a newer Trilobite; this one leaves it alone");
    }
    flyway.migrate();
    return jdbi;
  }

  private DataSource source() {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.enforceForeignKeys(true);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private void putAside() throws IOException {
    var aside = beside("-damaged-" + HostClock.wall().getEpochSecond());
    LOG.warn("{} is damaged; it is kept as {} and a new history begins", file, aside);
    Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(beside("-wal"));
    Files.deleteIfExists(beside("-shm"));
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static boolean damaged(Throwable problem) {
    for (var e = problem; e != null; e = e.getCause()) {
      if (e instanceof SQLiteException sqlite) {
        var code = sqlite.getResultCode();
        return code == SQLiteErrorCode.SQLITE_NOTADB || code == SQLiteErrorCode.SQLITE_CORRUPT;
      }
    }
    return false;
  }

  private static String cause(Throwable problem) {
    for (var e = problem; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql) {
        return String.valueOf(sql.getMessage());
      }
    }
    return String.valueOf(problem.getMessage());
  }
}
