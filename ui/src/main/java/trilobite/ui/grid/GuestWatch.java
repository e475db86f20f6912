// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.model.port.Jobs;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;

/// Reads something of the shown guest twice a second, off the JavaFX thread, as long as someone can
/// see it. One reading at a time: a slow one is not overtaken. A guest that stands still is read
/// once more and then left alone.
public final class GuestWatch<T> {

  private static final Logger LOG = LoggerFactory.getLogger(GuestWatch.class);

  /// Between two readings.
  public static final long PERIOD_MILLIS = 500;

  private final Desk desk;
  private final String name;
  private final Function<LiveGuest, T> read;
  private final BiConsumer<LiveGuest, T> done;
  private Optional<Subscription> ticks = Optional.empty();
  private Optional<Still> still = Optional.empty();
  private Optional<Jobs.Running<T>> running = Optional.empty();
  private boolean resting;

  /// A guest of which nothing new comes.
  private record Still(RunId run, RunState state) {}

  /// @param name of the job, such as `Read threads`
  /// @param read off the JavaFX thread; may take milliseconds
  /// @param done on it, with the guest that was read
  public GuestWatch(
      Desk desk, String name, Function<LiveGuest, T> read, BiConsumer<LiveGuest, T> done) {
    this.desk = desk;
    this.read = read;
    this.done = done;
    this.name = name;
  }

  private Optional<LiveGuest> guest() {
    return desk.session().run().get().flatMap(ShownRun::live);
  }

  /// Begins and ends reading, as the panel comes and goes.
  public void visible(boolean now) {
    ticks.ifPresent(Subscription::close);
    ticks = now ? Optional.of(Fx.pull(PERIOD_MILLIS, this::tick)) : Optional.empty();
  }

  /// Lets the view rest; what was read last stays.
  public void rest(boolean now) {
    resting = now;
  }

  public boolean resting() {
    return resting;
  }

  /// Reads anew even of a guest that stands still.
  public void again() {
    still = Optional.empty();
    tick();
  }

  private void tick() {
    var shown = guest();
    if (shown.isEmpty() || resting || running.filter(job -> !job.result().isDone()).isPresent()) {
      return;
    }
    var guest = shown.get();
    var status = guest.status();
    var now = new Still(status.id(), status.state());
    boolean moves = status.state() != RunState.PAUSED && status.state() != RunState.ENDED;
    if (!moves && still.equals(Optional.of(now))) {
      return;
    }
    running =
        Optional.of(
            desk.background(
                new Job<>(name, _ -> read.apply(guest)),
                value -> {
                  still = moves ? Optional.empty() : Optional.of(now);
                  done.accept(guest, value);
                },
                failure -> LOG.warn("{} failed", name, failure)));
  }
}
