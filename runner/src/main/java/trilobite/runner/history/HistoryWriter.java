// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.run.RunEvent;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;
import trilobite.runner.history.SourceRows.SourceRow;
import trilobite.runner.live.RunFile;
import trilobite.runner.live.Session;
import trilobite.runner.thread.Threads;
import trilobite.runner.vitals.Chronicle.Recording;

/// Writes one run into the history, some seconds behind: whatever happens to this process, no more
/// than those are lost. Trouble with the disk is logged and tried again; the timelines hold the
/// samples meanwhile.
final class HistoryWriter implements Recording {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);
  private static final long PERIOD_MILLIS = 3_000;
  private static final long COMPLETE_PATIENCE_MILLIS = 400;
  private static final long END_PATIENCE_SECONDS = 60;
  private static final long CLOSE_PATIENCE_SECONDS = 3;
  private static final int MOST_AT_ONCE = ChunkCodec.MOST_SAMPLES;

  private final Database database;
  private final Session session;
  private final Vitals vitals;
  private final Retention retention;
  private final Map<Vital, Double> written = new EnumMap<>(Vital.class);
  private Map<Vital, SourceRow> told = Map.of();
  private boolean troubled;
  private final LinkedBlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  private final CountDownLatch complete = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);

  /// Holds the history to its limit.
  interface Retention {
    void retain() throws IOException;
  }

  private enum Step {
    COMPLETE,
    ENDED
  }

  private HistoryWriter(Database database, Session session, Vitals vitals, Retention retention) {
    this.database = database;
    this.session = session;
    this.vitals = vitals;
    this.retention = retention;
  }

  static HistoryWriter start(
      Database database, Session session, Vitals vitals, Retention retention) {
    var writer = new HistoryWriter(database, session, vitals, retention);
    session.listen(
        event -> {
          if (event instanceof RunEvent.Ended) {
            writer.steps.add(Step.ENDED);
          }
        });
    Threads.working("run-" + session.id().number() + " history", writer::work);
    return writer;
  }

  @Override
  public void complete() {
    steps.add(Step.COMPLETE);
    try {
      if (!complete.await(COMPLETE_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.info("run {}: the history is still being written", session.id());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      // At once, so that opening the database never falls into the end of a short run.
      write();
      var step = steps.poll(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
      while (step == null) {
        write();
        step = steps.poll(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
      }
      write();
      complete.countDown();
      if (step == Step.COMPLETE) {
        var ended = steps.poll(END_PATIENCE_SECONDS, TimeUnit.SECONDS);
        LOG.debug("run {}: {}", session.id(), ended);
      }
      write();
      retention.retain();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the history could not be held to its limit: {}", e.getMessage());
    } finally {
      finished.countDown();
    }
  }

  /// Waits until all is written, for a run that has ended; bounded.
  void awaitEnd() throws InterruptedException {
    if (!finished.await(CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("run {}: the end of its history is missing", session.id());
    }
  }

  boolean atWork() {
    return finished.getCount() > 0;
  }

  private void write() {
    try {
      var run = RunFile.read(session.runFolder());
      var fresh = new EnumMap<Vital, Double>(Vital.class);
      var sources = SourceRows.of(vitals.latest());
      database.change(
          handle -> {
            fresh.clear();
            new RunRows(handle).put(run);
            var rows = new SeriesRows(handle, run.id());
            vitals
                .series()
                .forEach(
                    (vital, series) -> {
                      var from = Math.nextUp(written.getOrDefault(vital, Double.NEGATIVE_INFINITY));
                      var samples = series.samples(from, Double.MAX_VALUE, MOST_AT_ONCE);
                      if (!samples.isEmpty()) {
                        rows.add(vital, samples);
                        fresh.put(vital, samples.getLast().t());
                      }
                    });
            new MarkRows(handle, run.id()).put(vitals.marks());
            new SourceRows(handle, run.id()).put(sources, told);
            if (run.verdict().isPresent()) {
              var bytes = KeptFiles.bytes(run.folder()) + rows.bytes();
              new RunRows(handle).put(run.sized(bytes));
            }
          });
      written.putAll(fresh);
      told = sources;
      troubled = false;
    } catch (NoSuchFileException e) {
      // The run's papers are written beside its start and may come later.
      LOG.debug("run {} has no record yet", session.id());
    } catch (IOException | RuntimeException e) {
      // Said once, and in one sentence: a full disk fails every time.
      if (!troubled) {
        troubled = true;
        LOG.warn(
            "run {} is not in the history yet, and it is tried again: {}",
            session.id(),
            e.getMessage());
      }
      LOG.debug("run {}: the history failed", session.id(), e);
    }
  }
}
