// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
/// it goes on answering with what was read last, which is how the guest stood at its end: its
/// memory is still there then, whatever became of QEMU.
public final class LiveEyes implements Eyes {

  private static final Logger LOG = LoggerFactory.getLogger(LiveEyes.class);

  /// Read once more at the end, the most telling first. The others are slow, or are kept in files.
  private static final List<View<?>> LAST =
      List.of(
          Views.THREADS,
          Views.LISTENERS,
          Views.SOCKETS,
          Views.MEMORY_LADDER,
          Views.ALLOCATIONS,
          Views.ALLOCATORS,
          Views.MEMORY_MAP,
          Views.REFUSALS);

  /// A run's end waits for no further view after this time.
  private static final long LAST_NANOS = 300_000_000;

  private static final int LAST_SECONDS = 5;

  private final RunClock clock;
  private final LongSupplier nanos;
  private final Map<String, Window<?>> windows = new ConcurrentHashMap<>();
  private volatile Measured<?> unopened = Measured.soon("the guest is being opened");
  private volatile Optional<Window<HeapRow>> figures = Optional.empty();
  private volatile Optional<Answers> answers = Optional.empty();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean closing;
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
          new Window<>(Optional.of(look), Measured.soon("reading " + words(view.name()))));
    }
  }

  /// From now on [#heap()] is read by that, which need not look at blocks.
  public void openHeap(Look<HeapRow> look) {
    if (!closed) {
      figures =
          Optional.of(
              new Window<>(Optional.of(look), Measured.soon("reading the allocators' figures")));
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

  private static String words(String view) {
    return view.replace('_', ' ');
  }

  /// Reads for the last time; what was read stays.
  ///
  /// @param fell true where the guest came to grief: then its threads' stacks are worth the time
  ///   that gdb takes
  public void close(boolean fell) {
    closing = true;
    var begin = nanos.getAsLong();
    for (var view : LAST) {
      var window = windows.get(view.name());
      if (window != null && nanos.getAsLong() - begin < LAST_NANOS) {
        last(window);
      }
    }
    var stacks = windows.get(Views.FRAMES.name());
    if (fell && stacks != null) {
      last(stacks);
    }
    closed = true;
    for (var view : Views.all()) {
      windows.compute(view.name(), (name, window) -> unread(window) ? never(name) : window);
    }
    over.countDown();
  }

  /// The stacks of a guest that fell, as gdb prints them; empty before the last look, and where it
  /// read none.
  public String stacks() {
    return closed ? LastStacks.text(this) : "";
  }

  /// Stacks that are only just being read for the last time are worth waiting for.
  private boolean over(Question<?> question) {
    try {
      return closed
          || (closing
              && question instanceof Question.Stack
              && over.await(LAST_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return closed;
    }
  }

  private static boolean unread(@Nullable Window<?> window) {
    return window == null
        || (window.last instanceof Measured.Unknown<?>(var reason) && reason.soon());
  }

  private static Window<?> never(String view) {
    return new Window<>(
        Optional.empty(),
        Measured.unknown("the guest ended before anybody looked at its " + words(view)));
  }

  /// A reading that the guest's end cut off is worth less than the one before.
  private <R extends Record> void last(Window<R> window) {
    try {
      var reading = window.look.map(this::read);
      if (reading.flatMap(Measured::value).isPresent()) {
        window.last = reading.get();
      }
    } catch (RuntimeException e) {
      LOG.warn("a last look at the guest failed", e);
    }
  }

  /// From now on questions are answered by that.
  public void open(Answers asked) {
    answers = Optional.of(asked);
  }

  @Override
  public <A> Measured<A> ask(Question<A> question) {
    if (over(question)) {
      return question instanceof Question.Stack stack
          ? LastStacks.of(this, stack).map(question.answer()::cast)
          : Measured.unknown("the guest has ended, and nothing can be asked any more");
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
    return outerHeap().map(Listing::rows);
  }

  /// The same with what is missing.
  Measured<Listing<HeapRow>> outerHeap() {
    return figures.map(this::look).orElseGet(() -> see(Views.ALLOCATORS));
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
