// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.HeapRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.time.RunClock;

/// Looks into a guest that runs, without pausing it. Safe from any thread. Once the guest has ended
/// it goes on answering with what was read last.
public final class LiveEyes implements Eyes {

  private final RunClock clock;
  private final LongSupplier nanos;
  private final Map<String, Window<?>> windows = new ConcurrentHashMap<>();
  private volatile Measured<?> unopened = Measured.soon("the guest is being opened");
  private volatile Optional<Window<HeapRow>> figures = Optional.empty();
  private volatile Optional<Answers> answers = Optional.empty();
  private volatile boolean closed;

  /// @param nanos the monotonic clock
  public LiveEyes(RunClock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /// What shows one view.
  private static final class Window<R extends Record> {
    private final Optional<Look<R>> look;
    private volatile Measured<Listing<R>> last;

    Window(Optional<Look<R>> look, Measured<Listing<R>> last) {
      this.look = look;
      this.last = last;
    }
  }

  /// From now on the view is read by that; once the guest has ended nothing is opened any more.
  public <R extends Record> void open(View<R> view, Look<R> look) {
    if (!closed) {
      windows.put(
          view.name(),
          new Window<>(Optional.of(look), Measured.soon(view.name() + " are being read")));
    }
  }

  /// From now on [#heap()] is read by that, which need not look at blocks.
  public void openHeap(Look<HeapRow> look) {
    if (!closed) {
      figures =
          Optional.of(
              new Window<>(
                  Optional.of(look), Measured.soon("the allocators' figures are being read")));
    }
  }

  /// The view cannot be seen.
  public <R extends Record> void blind(View<R> view, String why) {
    windows.put(view.name(), new Window<R>(Optional.empty(), Measured.unknown(why)));
  }

  /// Nothing can be seen that has not been opened.
  public void blind(String why) {
    unopened = Measured.unknown(why);
  }

  /// Ends reading; what was read last stays.
  public void close() {
    closed = true;
    for (var view : Views.all()) {
      windows.computeIfAbsent(
          view.name(),
          name ->
              new Window<>(
                  Optional.empty(), Measured.unknown("the guest ended before it was opened")));
    }
  }

  /// From now on questions are answered by that.
  public void open(Answers asked) {
    answers = Optional.of(asked);
  }

  @Override
  public <A> Measured<A> ask(Question<A> question) {
    if (closed) {
      return Measured.unknown("the guest has ended, and nothing can be asked any more");
    }
    if (answers.isEmpty()) {
      // The guest cannot be opened, or is not open yet.
      @SuppressWarnings("unchecked")
      var nothing = (Measured<A>) unopened;
      return nothing;
    }
    var begin = nanos.getAsLong();
    try {
      var said = answers.get().to(question);
      return measured(said.answer(), said.source(), begin, said.pauses());
    } catch (IOException e) {
      return Measured.unknown(String.valueOf(e.getMessage()));
    }
  }

  private <T> Measured<T> measured(T value, Source source, long begin, int pauses) {
    var end = nanos.getAsLong();
    return Measured.of(
        new Reading<>(
            value, source, Math.round(clock.millisAt(end)), (end - begin + 999) / 1000, pauses));
  }

  @Override
  public Measured<List<HeapRow>> heap() {
    return figures.map(this::look).orElseGet(() -> see(Views.ALLOCATORS)).map(Listing::rows);
  }

  @Override
  public <R extends Record> Measured<Listing<R>> see(View<R> view) {
    // Windows are put by their view, so the row's type is the view's.
    @SuppressWarnings("unchecked")
    var window = (Window<R>) windows.get(view.name());
    if (window == null) {
      @SuppressWarnings("unchecked")
      var nothing = (Measured<Listing<R>>) unopened;
      return nothing;
    }
    return look(window);
  }

  private <R extends Record> Measured<Listing<R>> look(Window<R> window) {
    if (window.look.isPresent() && !closed) {
      var reading = read(window.look.get());
      // A reading that the guest's end cut off is worth less than the one before.
      if (!closed || reading.value().isPresent()) {
        window.last = reading;
      }
    }
    return window.last;
  }

  private <R extends Record> Measured<Listing<R>> read(Look<R> look) {
    var begin = nanos.getAsLong();
    try {
      var seen = look.read();
      return measured(seen.rows(), seen.source(), begin, seen.pauses());
    } catch (IOException e) {
      return Measured.unknown(String.valueOf(e.getMessage()));
    }
  }
}
