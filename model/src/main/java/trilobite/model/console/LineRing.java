// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.console.NumberedLine.Origin;

/// The newest lines of a console, at most [#LINES] of them and [#CHARACTERS] in all; older ones
/// fall out and stay in the [ConsoleLog]. Safe from any thread: one writes, views take what they
/// show. Positions count from the first line ever added and never change.
public final class LineRing {

  /// Lines held.
  public static final int LINES = 100_000;

  /// Characters held, so that lines of full length cannot fill the memory.
  public static final long CHARACTERS = 64L << 20;

  private final long characters;
  private final int most;
  private final LinePages pages = new LinePages();
  private long[] places = {};
  private long[] numbers = {};
  private double[] times = {};
  private boolean[] hosts = {};
  private final Map<Level, Integer> levels = new EnumMap<>(Level.class);
  private Optional<NumberedLine> open = Optional.empty();
  private long first;
  private long end;
  private long size;
  private long version;

  public LineRing() {
    this(LINES, CHARACTERS);
  }

  LineRing(int lines, long characters) {
    most = lines;
    this.characters = characters;
  }

  /// Adds lines that have ended and replaces the one that has not.
  public synchronized void append(List<NumberedLine> lines, Optional<NumberedLine> openLine) {
    for (NumberedLine line : lines) {
      add(line);
    }
    open = openLine;
    version++;
  }

  /// Drops everything; positions go on.
  public synchronized void clear() {
    first = end;
    size = 0;
    levels.clear();
    pages.clear();
    open = Optional.empty();
    version++;
  }

  /// Grows with every change, so that a view can tell whether it must redraw.
  public synchronized long version() {
    return version;
  }

  /// Position of the oldest line held.
  public synchronized long first() {
    return first;
  }

  /// Position after the newest line, one that has not ended included.
  public synchronized long end() {
    return end + (open.isPresent() ? 1 : 0);
  }

  /// Position after the newest line that has ended.
  public synchronized long ended() {
    return end;
  }

  /// How many lines that have ended and are held are of `level`; not counted for [Level#NONE].
  public synchronized int count(Level level) {
    return levels.getOrDefault(level, 0);
  }

  /// Lines from a position on, at most `most`, without those that have fallen out.
  public synchronized List<NumberedLine> lines(long from, int most) {
    long start = Math.max(from, first);
    long stop = Math.min(start + most, end);
    var result = new ArrayList<NumberedLine>((int) Math.max(0, stop - start) + 1);
    for (long i = start; i < stop; i++) {
      result.add(at(slot(i)));
    }
    if (stop == end && result.size() < most && start <= end) {
      open.ifPresent(result::add);
    }
    return result;
  }

  private NumberedLine at(int slot) {
    var origin = hosts[slot] ? Origin.HOST : Origin.GUEST;
    return new NumberedLine(numbers[slot], times[slot], origin, pages.line(places[slot]));
  }

  private void add(NumberedLine line) {
    if (end - first == places.length) {
      makeRoom();
    }
    int slot = slot(end++);
    places[slot] = pages.add(line.line());
    numbers[slot] = line.number();
    times[slot] = line.millis();
    hosts[slot] = line.origin() == Origin.HOST;
    size += line.line().text().length();
    count(line.line().level(), 1);
    while (size > characters && end - first > 1) {
      drop();
    }
    pages.forgetBefore(places[slot(first)]);
  }

  /// Grows up to what may be held, then drops the oldest line.
  private void makeRoom() {
    if (places.length == most) {
      drop();
      return;
    }
    int room = Math.min(most, Math.max(64, 4 * places.length));
    var grownPlaces = new long[room];
    var grownNumbers = new long[room];
    var grownTimes = new double[room];
    var grownHosts = new boolean[room];
    for (long i = first; i < end; i++) {
      int from = slot(i);
      int to = (int) (i % room);
      grownPlaces[to] = places[from];
      grownNumbers[to] = numbers[from];
      grownTimes[to] = times[from];
      grownHosts[to] = hosts[from];
    }
    places = grownPlaces;
    numbers = grownNumbers;
    times = grownTimes;
    hosts = grownHosts;
  }

  private void drop() {
    long place = places[slot(first++)];
    size -= pages.characters(place);
    count(pages.level(place), -1);
  }

  private void count(Level level, int by) {
    if (level != Level.NONE) {
      levels.merge(level, by, Integer::sum);
    }
  }

  private int slot(long position) {
    return (int) (position % places.length);
  }
}
