// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.Listing;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Measured.Known;
import trilobite.model.reading.Reading;
import trilobite.model.time.Mark;
import trilobite.model.vitals.Vital;

/// Looks at the guest's listeners even if nobody else does: since when one is full, and which
/// thread accepted before it got stuck, only those know who watched. Puts a mark on the time axis
/// where one begins to refuse connections.
final class ListenerSampler implements Sampler {

  /// One that fills and empties again and again is told of so often and no more.
  private static final long QUIET_MILLIS = 10_000;

  private final Supplier<Measured<Listing<ListenerRow>>> listeners;
  private final Consumer<Mark> marks;
  private final Map<Long, Told> told = new HashMap<>();

  private record Told(boolean over, long at) {}

  ListenerSampler(Supplier<Measured<Listing<ListenerRow>>> listeners, Consumer<Mark> marks) {
    this.listeners = listeners;
    this.marks = marks;
  }

  @Override
  public Set<Vital> vitals() {
    return Set.of();
  }

  @Override
  public List<Figure> sample() {
    // A guest whose sockets cannot be read says so where they are asked for.
    if (listeners.get() instanceof Known<Listing<ListenerRow>>(var reading)) {
      reading.value().rows().forEach(row -> look(row, reading));
    }
    return List.of();
  }

  private void look(ListenerRow row, Reading<?> reading) {
    var over = row.state().equals(ListenerRow.OVERFLOW);
    var before = told.getOrDefault(row.port(), new Told(false, Long.MIN_VALUE / 2));
    var fresh = over && !before.over() && reading.takenAt() - before.at() >= QUIET_MILLIS;
    if (fresh) {
      marks.accept(new Mark(reading.takenAt(), Mark.Kind.INFO, words(row)));
    }
    told.put(row.port(), new Told(over, fresh ? reading.takenAt() : before.at()));
  }

  private static String words(ListenerRow row) {
    return ":%d drops new connections: %d of %d wait for accept()"
        .formatted(row.port(), row.waiting().orElse(0), row.limit().orElse(0));
  }
}
