// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.BlockLayout.Pools;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;

/// Pool by pool, from free element to free element; the others are in use.
///
/// @param names of the pools by their place
record PoolWalk(
    String name,
    ContainerPlan pools,
    Map<Long, String> names,
    NumberAt size,
    NumberAt count,
    NumberAt base,
    NumberAt free,
    NumberAt next,
    Optional<NumberAt> used,
    Optional<NumberAt> peak,
    Optional<NumberAt> failures)
    implements BlockWalk {

  private static final long MOST_BYTES = 1L << 32;

  static PoolWalk of(Parts parts, String name, Pools layout) throws PathException {
    var pools = parts.container(layout.pools());
    var pool = pools.element();
    var names = parts.constants(layout.names());
    return new PoolWalk(
        name,
        pools,
        names.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, each -> shorter(each.getValue(), layout.prefix()))),
        parts.number(pool, layout.size()),
        parts.number(pool, layout.count()),
        parts.number(pool, layout.first()),
        parts.number(pool, layout.free()),
        parts.number(parts.program().type(layout.element()), layout.next()),
        parts.maybe(pool, layout.used()),
        parts.maybe(pool, layout.peak()),
        parts.maybe(pool, layout.failures()));
  }

  private static String shorter(String constant, String prefix) {
    return (constant.startsWith(prefix) ? constant.substring(prefix.length()) : constant)
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Range> ranges(Memory memory, Bound bound) throws IOException {
    var all = new ArrayList<Range>();
    for (var at : Parts.elements(pools, memory, new Tally(bound))) {
      var from = base.read(memory, at);
      all.add(new Range(from, from + bytes(memory, at)));
    }
    return List.copyOf(all);
  }

  private long bytes(Memory memory, long pool) throws IOException {
    var each = size.read(memory, pool);
    var room = count.read(memory, pool);
    if (each < 0
        || room < 0
        || each > MOST_BYTES
        || room > MOST_BYTES
        || each * room > MOST_BYTES) {
      throw new UnevenException("%d elements of %d bytes make no sense".formatted(room, each));
    }
    return each * room;
  }

  @Override
  public List<Blocks> walk(Memory memory, Bound bound) throws IOException {
    var all = new ArrayList<Blocks>();
    var found = Parts.elements(pools, memory, new Tally(bound));
    for (int i = 0; i < found.length; i++) {
      all.add(pool(memory, found[i], title(i), new Tally(bound)));
    }
    return List.copyOf(all);
  }

  private String title(int at) {
    return name + " " + names.getOrDefault((long) at, Integer.toString(at));
  }

  private Blocks pool(Memory memory, long pool, String title, Tally tally) throws IOException {
    var each = size.read(memory, pool);
    var room = count.read(memory, pool);
    var from = base.read(memory, pool);
    var bytes = bytes(memory, pool);
    tally.owns(bytes);
    var seen = new HashSet<Long>();
    for (var at = free.read(memory, pool); at != 0 && tally.step(); at = next.read(memory, at)) {
      // The first element begins at the base or at the next aligned address.
      if (Long.compareUnsigned(at - from, bytes) >= 0 || !seen.add(at) || seen.size() > room) {
        throw new UnevenException(
            "%s: its list of free elements leads to 0x%x".formatted(title, at));
      }
      tally.free(each);
    }
    var busy = room - seen.size();
    if (busy > 0) {
      tally.live(each, busy);
    }
    if (used.isPresent() && tally.open()) {
      var told = used.get().read(memory, pool);
      if (told != busy) {
        throw new UnevenException(
            "%s: %d elements are in use by its list, %d by its own count"
                .formatted(title, busy, told));
      }
    }
    var most = peak.isPresent() ? peak.get().read(memory, pool) * each : -1;
    return tally.blocks(
        title,
        new Blocks.Own(
            most < 0 ? OptionalLong.empty() : OptionalLong.of(most),
            failures.isPresent()
                ? OptionalLong.of(failures.get().read(memory, pool))
                : OptionalLong.empty()));
  }
}
