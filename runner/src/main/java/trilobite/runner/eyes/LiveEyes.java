// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.HeapRow;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.time.RunClock;

/// Looks into a guest that runs, without pausing it. Safe from any thread. Once the guest has ended
/// it goes on answering with what was read last.
public final class LiveEyes implements Eyes {

  private final RunClock clock;
  private final LongSupplier nanos;
  private volatile Optional<GuestView> view = Optional.empty();
  private volatile Measured<List<HeapRow>> last =
      Measured.unknown("the guest's memory is being opened");

  /// @param nanos the monotonic clock
  public LiveEyes(RunClock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /// From now on readings come from there.
  public void open(GuestView guest) {
    view = Optional.of(guest);
  }

  /// The guest's memory cannot be opened at all.
  public void blind(String why) {
    last = Measured.unknown(why);
  }

  /// Ends reading; what was read last stays.
  public void close() {
    view = Optional.empty();
  }

  @Override
  public Measured<List<HeapRow>> heap() {
    view.ifPresent(guest -> last = read(guest));
    return last;
  }

  private Measured<List<HeapRow>> read(GuestView guest) {
    if (guest.whyNoHeap().isPresent()) {
      return Measured.unknown(guest.whyNoHeap().get());
    }
    var begin = nanos.getAsLong();
    try {
      var rows = new ArrayList<HeapRow>();
      for (var heap : guest.heaps()) {
        rows.add(new HeapReader(heap.layout(), heap.address()).read(guest.kernel()));
      }
      var end = nanos.getAsLong();
      return Measured.of(
          new Reading<>(
              List.copyOf(rows),
              source(guest),
              Math.round(clock.millisAt(end)),
              (end - begin + 999) / 1000,
              0));
    } catch (IOException e) {
      return Measured.unknown(String.valueOf(e.getMessage()));
    }
  }

  private static Source source(GuestView guest) {
    var names =
        guest.heaps().stream()
            .map(heap -> heap.layout().symbol())
            .collect(Collectors.joining(", "));
    return new Source(
        Source.Kind.GUEST_MEMORY, names + " in ram, symbol from " + guest.symbolsFrom());
  }
}
