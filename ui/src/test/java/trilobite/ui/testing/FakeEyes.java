// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;

/// Eyes that see what a test puts before them.
public final class FakeEyes implements Eyes {

  private final Map<String, Measured<?>> answers = new ConcurrentHashMap<>();
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
            "tide_threads in ram, symbols and types from tidepool.elf; CPU as the kernel counts"
                + " it");
    return Measured.of(new Reading<>(new Listing<>(rows, cut), source, 52_000, 41, 0));
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
