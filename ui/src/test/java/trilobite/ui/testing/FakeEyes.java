// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.inspect.Backtrace;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;

/// Eyes that see what a test puts before them.
public final class FakeEyes implements Eyes {

  private final Map<String, Measured<?>> answers = new ConcurrentHashMap<>();
  private final Map<Class<?>, Measured<?>> told = new ConcurrentHashMap<>();
  private final List<Question<?>> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();

  /// From now on the view has these rows.
  public <R extends Record> void rows(View<R> view, List<R> rows) {
    answer(view, listing(rows, Optional.empty()));
  }

  public <R extends Record> void answer(View<R> view, Measured<Listing<R>> answer) {
    answers.put(view.name(), answer);
  }

  /// Rows that were read 52 s into the run in 41 µs.
  public static <R extends Record> Measured<Listing<R>> listing(
      List<R> rows, Optional<String> cut) {
    var source =
        new Source(
            Source.Kind.GUEST_MEMORY,
            "tide_threads in ram, symbols and types from tidepool.elf; 1 vCPU; waits by the kernel's"
                + " stamp, holds since first seen; CPU as the kernel counts it");
    return Measured.of(new Reading<>(new Listing<>(rows, cut), source, 52_000, 41, 0));
  }

  /// From now on questions of that kind have this answer.
  public <A> void answer(Class<? extends Question<A>> kind, Measured<A> answer) {
    told.put(kind, answer);
  }

  /// A backtrace that was read 52 s into the run.
  public static Measured<Backtrace> stack(Backtrace frames) {
    var source = new Source(Source.Kind.GUEST_MEMORY, "a copy of the stack, unwound by gdb");
    return Measured.of(new Reading<>(frames, source, 52_000, 80_000, 0));
  }

  @Override
  public <A> Measured<A> ask(Question<A> question) {
    asked.add(question);
    // Answers are put by their question, so its type is the question's.
    @SuppressWarnings("unchecked")
    var answer =
        (Measured<A>)
            told.getOrDefault(question.getClass(), Measured.unknown("nothing can be asked here"));
    return answer;
  }

  /// What was asked, in order.
  public List<Question<?>> asked() {
    return asked;
  }

  /// How often someone looked.
  public int looks() {
    return looks.get();
  }

  @Override
  public <R extends Record> Measured<Listing<R>> see(View<R> view) {
    looks.incrementAndGet();
    // Answers are put by their view, so the row's type is the view's.
    @SuppressWarnings("unchecked")
    var answer =
        (Measured<Listing<R>>)
            answers.getOrDefault(view.name(), Measured.unknown("a fake guest has no memory"));
    return answer;
  }
}
