// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who waits for whom. Each thread waits for one thing at most, so each has one holder at most, and
/// a way along holders ends or comes round: coming round is a deadlock. Pure, in linear time, for
/// rows of which a guest may have made anything.
///
/// @param threads by their numbers; of several with one number the first
/// @param holders number of the holder, by the number of who waits
/// @param waiters numbers of those who wait, by the number of the holder
/// @param cycles each deadlock once, in the order of waiting, beginning with its smallest number
public record WaitGraph(
    Map<Long, ThreadRow> threads,
    Map<Long, Long> holders,
    Map<Long, List<Long>> waiters,
    List<List<Long>> cycles) {

  /// No thread waits.
  public static final WaitGraph NONE = new WaitGraph(Map.of(), Map.of(), Map.of(), List.of());

  public static WaitGraph of(List<ThreadRow> rows) {
    var threads = new LinkedHashMap<Long, ThreadRow>();
    rows.forEach(row -> threads.putIfAbsent(row.id(), row));
    var holders = new LinkedHashMap<Long, Long>();
    var waiters = new HashMap<Long, List<Long>>();
    for (var row : threads.values()) {
      if (row.waitsFor().isPresent()
          && row.holderId().isPresent()
          && threads.containsKey(row.holderId().getAsLong())) {
        holders.put(row.id(), row.holderId().getAsLong());
        waiters.computeIfAbsent(row.holderId().getAsLong(), _ -> new ArrayList<>()).add(row.id());
      }
    }
    return new WaitGraph(threads, holders, waiters, cycles(holders));
  }

  private static List<List<Long>> cycles(Map<Long, Long> holders) {
    var cycles = new ArrayList<List<Long>>();
    var done = new HashSet<Long>();
    for (var start : holders.keySet()) {
      var way = new ArrayList<Long>();
      var on = new HashSet<Long>();
      Long at = start;
      while (at != null && !done.contains(at) && on.add(at)) {
        way.add(at);
        at = holders.get(at);
      }
      if (at != null && on.contains(at)) {
        cycles.add(fromSmallest(way.subList(way.indexOf(at), way.size())));
      }
      done.addAll(on);
    }
    return List.copyOf(cycles);
  }

  private static List<Long> fromSmallest(List<Long> cycle) {
    int first = 0;
    for (int i = 1; i < cycle.size(); i++) {
      first = cycle.get(i) < cycle.get(first) ? i : first;
    }
    var turned = new ArrayList<>(cycle.subList(first, cycle.size()));
    turned.addAll(cycle.subList(0, first));
    return List.copyOf(turned);
  }

  /// The deadlock that a thread is part of.
  public Optional<List<Long>> cycle(long id) {
    return cycles.stream().filter(cycle -> cycle.contains(id)).findFirst();
  }

  /// From a thread to who holds what it waits for, and so on; the last one waits for nobody, or is
  /// where the way comes round.
  public List<Long> chain(long id) {
    var chain = new ArrayList<Long>();
    Set<Long> seen = new HashSet<>();
    Long at = id;
    while (at != null && seen.add(at)) {
      chain.add(at);
      at = holders.get(at);
    }
    return List.copyOf(chain);
  }

  /// Those who wait for what a thread holds.
  public List<Long> waitersOf(long id) {
    return waiters.getOrDefault(id, List.of());
  }

  /// A thread's name, or its number where it has none.
  public String name(long id) {
    var row = threads.get(id);
    return row == null || row.name().isEmpty() ? "thread " + id : row.name();
  }

  /// What a thread waits for, in words.
  public Optional<String> waitsFor(long id) {
    return Optional.ofNullable(threads.get(id)).flatMap(ThreadRow::waitsFor);
  }

  /// Such as `worker-0 → worker-1 → worker-0`.
  public String words(List<Long> cycle) {
    var words = new StringBuilder();
    cycle.forEach(id -> words.append(name(id)).append(" → "));
    return words.append(cycle.isEmpty() ? "" : name(cycle.getFirst())).toString();
  }
}
