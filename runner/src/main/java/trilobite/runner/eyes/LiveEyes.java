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
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.time.RunClock;
import trilobite.runner.threads.ThreadTable;

/// Looks into a guest that runs, without pausing it. Safe from any thread. Once the guest has ended
/// it goes on answering with what was read last.
public final class LiveEyes implements Eyes {

  private final RunClock clock;
  private final LongSupplier nanos;
  private volatile Optional<GuestView> view = Optional.empty();
  private volatile Measured<List<HeapRow>> last =
      Measured.soon("the guest's memory is being opened");

  private volatile Optional<ThreadTable> threads = Optional.empty();
  private volatile Measured<Listing<ThreadRow>> lastThreads =
      Measured.soon("the guest's types are being read");

  /// @param nanos the monotonic clock
  public LiveEyes(RunClock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /// From now on readings come from there.
  public void open(GuestView guest) {
    view = Optional.of(guest);
  }

  /// From now on threads are read by that.
  public void open(ThreadTable table) {
    threads = Optional.of(table);
  }

  /// The guest's memory cannot be opened at all.
  public void blind(String why) {
    last = Measured.unknown(why);
    noThreads(why);
  }

  /// Threads cannot be read.
  public void noThreads(String why) {
    lastThreads = Measured.unknown(why);
  }

  /// Ends reading; what was read last stays.
  public void close() {
    view = Optional.empty();
    threads = Optional.empty();
  }

  @Override
  public Measured<List<HeapRow>> heap() {
    view.ifPresent(guest -> last = read(guest));
    return last;
  }

  @Override
  public Measured<Listing<ThreadRow>> threads() {
    var table = threads;
    var guest = view;
    if (table.isPresent() && guest.isPresent()) {
      var reading = read(guest.get(), table.get());
      // A reading that the guest's end cut off is worth less than the one before.
      if (threads.isPresent() || reading.value().isPresent()) {
        lastThreads = reading;
      }
    }
    return lastThreads;
  }

  private Measured<Listing<ThreadRow>> read(GuestView guest, ThreadTable table) {
    var begin = nanos.getAsLong();
    try {
      var rows = table.read();
      var detail = table.start() + " in ram, symbols and types from " + guest.symbolsFrom();
      return measured(rows, new Source(Source.Kind.GUEST_MEMORY, detail), begin);
    } catch (IOException e) {
      return Measured.unknown(String.valueOf(e.getMessage()));
    }
  }

  /// A value with its provenance: read since `begin`, without a pause.
  private <T> Measured<T> measured(T value, Source source, long begin) {
    var end = nanos.getAsLong();
    return Measured.of(
        new Reading<>(
            value, source, Math.round(clock.millisAt(end)), (end - begin + 999) / 1000, 0));
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
      return measured(List.copyOf(rows), source(guest), begin);
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
