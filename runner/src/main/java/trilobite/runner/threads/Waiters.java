// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.walk.Snapshot;
import trilobite.runner.walk.Walk;

/// Which thread waits on what, by address: joins what other subsystems wake with who sleeps there.
public record Waiters(ThreadPlan plan, Snapshot.Source source) {

  private static final Walk.Bounds BOUNDS = new Walk.Bounds(20_000, 50_000_000);

  /// A thread.
  ///
  /// @param on address of what it waits on; 0 for nothing
  public record Waiter(long address, long id, String name, long on) {}

  /// All threads, each as it was at some moment of the reading; none that cannot be read.
  ///
  /// @throws IOException where the list cannot be read
  public List<Waiter> read() throws IOException {
    var spot = plan.list().start();
    var start = spot.route().from(source.memory(), spot.address());
    var list = Snapshot.of(plan.start(), plan.list().shape(), start, BOUNDS, source);
    var waiters = new ArrayList<Waiter>();
    for (var address : list.elements()) {
      waiter(address).ifPresent(waiters::add);
    }
    return List.copyOf(waiters);
  }

  /// True where the kernel tells what threads have open.
  public boolean tellsOwners() {
    return plan.files().isPresent();
  }

  /// Which of the threads has a socket open, by the address of the network stack's record.
  public Map<Long, Waiter> owners(List<Waiter> threads) {
    return plan.files().map(files -> Owners.of(files, threads, source)).orElse(Map.of());
  }

  private Optional<Waiter> waiter(long address) {
    try {
      var record = Copy.at(source.memory(), address, plan.list().size());
      for (var must : plan.expect()) {
        if (record.number(must.at()) != must.value()) {
          return Optional.empty();
        }
      }
      long on = plan.waits().isPresent() ? record.number(plan.waits().get().on()) : 0;
      return Optional.of(
          new Waiter(address, record.number(plan.id()), record.text(plan.name()), on));
    } catch (IOException e) {
      // It ended meanwhile.
      return Optional.empty();
    }
  }
}
