// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import trilobite.model.console.GuestText;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;
import trilobite.model.port.Jobs;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.why.Whereabouts;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;

/// Looks at one thread again and again for some seconds, without pausing the guest: where it was,
/// and how often. One watch at a time. JavaFX thread; the looks are on another.
final class ThreadWatch {

  private static final int APART_MILLIS = 20;

  /// By the run's clock.
  private static final int SPAN_MILLIS = 10_000;

  /// It ends then even if the run's clock stands still.
  private static final int MOST_LOOKS = 1000;

  private final Desk desk;
  private final Runnable changed;
  private Optional<Watched> watched = Optional.empty();

  /// What is known of a watch.
  ///
  /// @param why why it ended early; empty where it did not
  private record Watched(
      LiveGuest guest,
      long thread,
      AtomicReference<Whereabouts> seen,
      Jobs.Running<Whereabouts> job,
      String why) {}

  /// @param changed hears that a watch began or ended
  ThreadWatch(Desk desk, Runnable changed) {
    this.desk = desk;
    this.changed = changed;
  }

  /// Begins; a watch that is under way ends.
  void begin(LiveGuest guest, ThreadRow row) {
    stop();
    var seen = new AtomicReference<>(Whereabouts.NOTHING);
    var job =
        desk.background(
            new Job<>(
                "Watch thread " + GuestText.visible(row.name()),
                context -> look(guest.eyes(), row.id(), context, seen)),
            _ -> {},
            error -> ended(seen, String.valueOf(error.getMessage())));
    watched = Optional.of(new Watched(guest, row.id(), seen, job, ""));
    // A job that is cancelled, here or in the status bar, comes back by no other way.
    var _ = job.result().whenComplete((_, _) -> Fx.later(changed));
    changed.run();
  }

  private void ended(AtomicReference<Whereabouts> seen, String why) {
    watched =
        watched.map(
            old ->
                old.seen().equals(seen)
                    ? new Watched(old.guest(), old.thread(), seen, old.job(), why)
                    : old);
    changed.run();
  }

  /// Ends it; what was seen until now stays.
  void stop() {
    watched.filter(now -> !now.job().result().isDone()).ifPresent(now -> now.job().cancel());
  }

  private static Whereabouts look(
      Eyes eyes, long thread, JobContext context, AtomicReference<Whereabouts> seen)
      throws InterruptedException {
    var tally = new Whereabouts.Tally(thread);
    var over = new CountDownLatch(1);
    context.onCancel(over::countDown);
    // Evenly spaced looks would see a thread that works in step with them always at one place.
    var random = RandomGenerator.getDefault();
    for (int i = 0; i < MOST_LOOKS && !context.cancelled(); i++) {
      switch (eyes.threads()) {
        case Measured.Known<Listing<ThreadRow>>(var reading) -> tally.take(reading);
        case Measured.Unknown<Listing<ThreadRow>>(var reason) ->
            throw new IllegalStateException("the threads are not read any more: " + reason.why());
      }
      var now = tally.sofar();
      seen.set(now);
      if (now.millis() >= SPAN_MILLIS) {
        break;
      }
      double done = Math.max((double) now.millis() / SPAN_MILLIS, (i + 1.0) / MOST_LOOKS);
      context.progress(done, (i + 1) + " looks");
      var _ = over.await(random.nextInt(1, 2 * APART_MILLIS), TimeUnit.MILLISECONDS);
    }
    return tally.sofar();
  }

  /// What was seen of that thread of that guest; empty where it was not the one that was watched
  /// last.
  Optional<Whereabouts> of(Optional<LiveGuest> guest, long thread) {
    return about(guest, thread).map(now -> now.seen().get());
  }

  boolean runs(Optional<LiveGuest> guest, long thread) {
    return about(guest, thread).filter(now -> !now.job().result().isDone()).isPresent();
  }

  /// Why it ended early; empty where it did not.
  String trouble(Optional<LiveGuest> guest, long thread) {
    return about(guest, thread).map(Watched::why).orElse("");
  }

  private Optional<Watched> about(Optional<LiveGuest> guest, long thread) {
    return watched.filter(
        now -> now.thread() == thread && guest.filter(now.guest()::equals).isPresent());
  }
}
