// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;
import trilobite.model.job.Subscription;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.flow.PacketTable;
import trilobite.model.port.Jobs;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;

/// Keeps the list of the shown run up to date while someone can see it: opens its packets, takes in
/// what comes four times a second, and without a rest while much is left. JavaFX thread; the work
/// is done on others.
final class PacketFeed {

  private static final long PERIOD_MILLIS = 250;

  private final Desk desk;
  private final Consumer<PacketStore.Seen> seen;
  private final Consumer<String> failed;
  private Optional<PacketStore> store = Optional.empty();
  private Optional<Subscription> ticks = Optional.empty();
  private Optional<Jobs.Running<PacketStore.Seen>> running = Optional.empty();
  private PacketFilter filter = PacketFilter.ALL;
  private PacketStore.Seen last = PacketStore.Seen.NOTHING;
  private int opened;

  /// @param seen hears of each step
  /// @param failed hears in one sentence why packets cannot be read
  PacketFeed(Desk desk, Consumer<PacketStore.Seen> seen, Consumer<String> failed) {
    this.desk = desk;
    this.seen = seen;
    this.failed = failed;
  }

  Optional<PacketStore> store() {
    return store;
  }

  PacketStore.Seen last() {
    return last;
  }

  /// Another run is shown, or none.
  void open(Optional<ShownRun> run, PacketFilter through) {
    filter = through;
    store = Optional.empty();
    last = PacketStore.Seen.NOTHING;
    int turn = ++opened;
    if (run.isEmpty()) {
      return;
    }
    desk.background(
        new Job<>("Open packets", _ -> log(run.get())),
        log -> {
          if (turn == opened) {
            // Another filter may have been asked for meanwhile.
            store = Optional.of(new PacketStore(new PacketTable(log), filter));
            tick();
          }
        },
        error -> failed.accept(String.valueOf(error.getMessage())));
  }

  private PacketLog log(ShownRun run) throws java.io.IOException {
    return run.live().isPresent()
        ? run.live().get().packets()
        : desk.workbench().history().packets(run.id());
  }

  /// Begins the list anew, through another filter.
  void filter(PacketFilter through) {
    filter = through;
    store = store.map(before -> before.with(through));
    last = PacketStore.Seen.NOTHING;
    tick();
  }

  void visible(boolean now) {
    ticks.ifPresent(Subscription::close);
    ticks = now ? Optional.of(Fx.pull(PERIOD_MILLIS, this::tick)) : Optional.empty();
  }

  private void tick() {
    var run = desk.session().run().get();
    if (store.isEmpty()
        || run.isEmpty()
        || running.filter(job -> !job.result().isDone()).isPresent()) {
      return;
    }
    var from = store.get();
    double now = run.get().vitals().now();
    running =
        Optional.of(
            desk.background(
                new Job<>("Read packets", context -> step(from, now, context)),
                found -> {
                  if (store.filter(from::equals).isPresent()) {
                    last = found;
                    seen.accept(found);
                  }
                  if (found.behind() > 0) {
                    Fx.later(this::tick);
                  }
                },
                error -> failed.accept(String.valueOf(error.getMessage()))));
  }

  private static PacketStore.Seen step(PacketStore from, double now, JobContext context) {
    var found = from.look(now);
    double all = Math.max(1, found.count() + found.behind());
    context.progress(found.count() / all, "");
    return found;
  }
}
