// SPDX-License-Identifier: Apache-2.0
package trilobite.model.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.reading.Reading;

/// Where one thread was each time that somebody looked. Looks, not a trace: between two of them it
/// may have been elsewhere. The counters of its kernel, where it keeps them, tell what the looks
/// missed.
///
/// @param stays where it was seen, most often first
/// @param looks how often somebody looked
/// @param absent looks in which no thread had its number
/// @param millis from the first look to the last
/// @param costMicros host time of all looks
/// @param pauses how often the guest was paused for them
/// @param ran CPU time that the kernel counted meanwhile, ns
/// @param switches how often it got the CPU meanwhile, as the kernel counted
public record Whereabouts(
    List<Stay> stays,
    int looks,
    int absent,
    long millis,
    long costMicros,
    int pauses,
    OptionalLong ran,
    OptionalLong switches) {

  public static final Whereabouts NOTHING =
      new Whereabouts(List.of(), 0, 0, 0, 0, 0, OptionalLong.empty(), OptionalLong.empty());

  /// What a thread does in one place.
  ///
  /// @param top function that it goes on in; empty while it runs
  public record Place(
      String state, Optional<String> top, Optional<String> waitsFor, Optional<String> holder) {

    static Place of(ThreadRow row) {
      return new Place(row.state(), row.top(), row.waitsFor(), row.holder());
    }

    /// Such as `blocked, waits for mutex pages.lock, held by worker-2`.
    public String doing() {
      return state
          + waitsFor.map(what -> ", waits for " + what).orElse("")
          + holder.map(who -> ", held by " + who).orElse("");
    }
  }

  /// @param times how many looks found it there
  public record Stay(Place place, int times) {}

  /// Percent of the looks.
  public double share(Stay stay) {
    return looks == 0 ? 0 : 100.0 * stay.times() / looks;
  }

  /// How it was found out and what that cost, in a sentence.
  public String how() {
    return String.format(
        Locale.ROOT,
        "%,d looks at the thread list in %.1f s, %.2f ms each, %d pauses.",
        looks,
        millis / 1000.0,
        looks == 0 ? 0 : costMicros / 1000.0 / looks,
        pauses);
  }

  /// What its kernel counted meanwhile, in a sentence; empty where it counts nothing.
  public String counted() {
    var parts = new ArrayList<String>();
    ran.ifPresent(nanos -> parts.add(String.format(Locale.ROOT, "ran %.1f ms", nanos / 1e6)));
    switches.ifPresent(
        times -> parts.add(String.format(Locale.ROOT, "got the CPU %,d times", times)));
    return parts.isEmpty()
        ? ""
        : "By the kernel's counters it " + String.join(" and ", parts) + ".";
  }

  /// All of it as text, a place a line.
  public String text() {
    return stays.stream()
        .map(
            stay ->
                String.format(
                    Locale.ROOT,
                    "%5.1f %%  %s  %s",
                    share(stay),
                    stay.place().top().orElse("-"),
                    stay.place().doing()))
        .collect(Collectors.joining("\n", how() + "\n", ""));
  }

  /// Takes look after look. For one thread at a time.
  public static final class Tally {

    /// A thread that is found at more places is everywhere.
    private static final int MOST_PLACES = 200;

    private static final Place ELSEWHERE =
        new Place("elsewhere", Optional.empty(), Optional.empty(), Optional.empty());

    private final long id;
    private final Map<Place, Integer> places = new HashMap<>();
    private Optional<ThreadRow> first = Optional.empty();
    private Optional<ThreadRow> last = Optional.empty();
    private Optional<Reading<Listing<ThreadRow>>> begun = Optional.empty();
    private long millis;
    private long costMicros;
    private int looks;
    private int absent;
    private int pauses;

    /// @param id the kernel's number for the thread
    public Tally(long id) {
      this.id = id;
    }

    public void take(Reading<Listing<ThreadRow>> look) {
      begun = begun.or(() -> Optional.of(look));
      millis = look.takenAt() - begun.orElseThrow().takenAt();
      looks++;
      costMicros += look.costMicros();
      pauses += look.pauses();
      var row = look.value().rows().stream().filter(thread -> thread.id() == id).findFirst();
      absent += row.isPresent() ? 0 : 1;
      row.ifPresent(this::take);
    }

    private void take(ThreadRow row) {
      first = first.or(() -> Optional.of(row));
      last = Optional.of(row);
      var place = Place.of(row);
      places.merge(
          places.size() < MOST_PLACES || places.containsKey(place) ? place : ELSEWHERE,
          1,
          Integer::sum);
    }

    /// What the looks until now say.
    public Whereabouts sofar() {
      var stays =
          places.entrySet().stream()
              .map(entry -> new Stay(entry.getKey(), entry.getValue()))
              .sorted(
                  Comparator.comparingInt(Stay::times)
                      .reversed()
                      .thenComparing(stay -> stay.place().doing())
                      .thenComparing(stay -> stay.place().top().orElse("")))
              .toList();
      return new Whereabouts(
          stays,
          looks,
          absent,
          millis,
          costMicros,
          pauses,
          more(ThreadRow::runTime),
          more(ThreadRow::switches));
    }

    private OptionalLong more(Function<ThreadRow, OptionalLong> counter) {
      var then = first.map(counter).orElse(OptionalLong.empty());
      var now = last.map(counter).orElse(OptionalLong.empty());
      return then.isPresent() && now.isPresent()
          ? OptionalLong.of(Math.max(0, now.getAsLong() - then.getAsLong()))
          : OptionalLong.empty();
    }
  }
}
