// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one way through an allocator has found so far. One thread.
final class Tally {

  private static final int MOST_SITES = 4_096;

  final Bound bound;
  private final TreeMap<Long, Long> live = new TreeMap<>();
  private final TreeMap<Long, Long> free = new TreeMap<>();
  private final Map<Long, Blocks.Site> sites = new HashMap<>();
  private Optional<String> cut = Optional.empty();
  private long owned;

  Tally(Bound bound) {
    this.bound = bound;
  }

  void owns(long bytes) {
    owned += bytes;
  }

  void live(long bytes, long count) {
    add(live, bytes, count);
  }

  void free(long bytes) {
    free(bytes, 1);
  }

  void free(long bytes, long count) {
    add(free, bytes, count);
  }

  private static void add(Map<Long, Long> to, long bytes, long count) {
    if (count > 0) {
      to.merge(bytes, count, Long::sum);
    }
  }

  /// A block in use was asked for by that call; further sites than a program can have are one.
  void site(long address, long bytes, long born) {
    var site = sites.size() < MOST_SITES || sites.containsKey(address) ? address : 0;
    sites.merge(
        site,
        new Blocks.Site(1, bytes, born),
        (a, b) ->
            new Blocks.Site(
                a.blocks() + b.blocks(), a.bytes() + b.bytes(), Math.min(a.oldest(), b.oldest())));
  }

  /// Ends the way here.
  void cut(String why) {
    cut = cut.or(() -> Optional.of(why));
  }

  /// Counts a block; false where the way ends.
  boolean step() {
    if (cut.isEmpty()) {
      cut = bound.step();
    }
    return cut.isEmpty();
  }

  boolean open() {
    return cut.isEmpty();
  }

  Optional<String> why() {
    return cut;
  }

  Blocks blocks(String name, Blocks.Own own) {
    return new Blocks(
        name,
        owned,
        Collections.unmodifiableSortedMap(live),
        Collections.unmodifiableSortedMap(free),
        Collections.unmodifiableMap(sites),
        own,
        cut);
  }
}
