// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.memory.Memory;
import trilobite.runner.memory.MemoryException;
import trilobite.runner.profile.BlockLayout.Slabs;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.RouteParser;
import trilobite.runner.value.TextAt;
import trilobite.runner.walk.BrokenException;

/// Cache by cache: all its objects less those that are free in its slabs that are not full. What a
/// CPU keeps for itself counts as in use, as the kernel counts it. A cache counts once two looks in
/// a row found the same; one that never rests is told all the same, and named.
///
/// @param partial slabs that are not full, from a cache on
record SlabWalk(
    String name,
    ContainerPlan caches,
    TextAt label,
    NumberAt size,
    NumberAt total,
    ContainerPlan partial,
    NumberAt objects,
    NumberAt used,
    NumberAt back)
    implements BlockWalk {

  private static final int LOOKS = 6;
  private static final int MOST_NAMED = 3;
  private static final long MOST_SIZE = 1L << 26;
  private static final long MOST_BYTES = 1L << 52;

  static SlabWalk of(Parts parts, String name, Slabs layout) throws PathException {
    var caches = parts.container(layout.caches());
    var cache = caches.element();
    var types = parts.program().types();
    var partial = ContainerPlan.inside(parts.program(), cache, layout.partial());
    return new SlabWalk(
        name,
        caches,
        TextAt.of(types, RouteParser.compile(types, cache, layout.label())),
        parts.number(cache, layout.size()),
        parts.number(cache, layout.total()),
        partial,
        parts.number(partial.element(), layout.objects()),
        parts.number(partial.element(), layout.used()),
        parts.number(partial.element(), layout.back()));
  }

  @Override
  public boolean each() {
    return true;
  }

  /// @param all objects
  /// @param free those in slabs that are not full
  private record Cache(String label, long size, long all, long free) {}

  @Override
  public List<Blocks> walk(Memory memory, Bound bound) throws IOException {
    var list = new Tally(bound);
    var restless = new ArrayList<String>();
    var broken = new ArrayList<String>();
    var found = new ArrayList<Cache>();
    for (var at : Parts.elements(caches, memory, list)) {
      if (!list.step()) {
        break;
      }
      look(memory, at, list, restless, broken).filter(cache -> cache.all > 0).ifPresent(found::add);
    }
    named(restless, "changed with each look").ifPresent(list::cut);
    named(broken, "could not be read").ifPresent(list::cut);
    if (found.isEmpty()) {
      throw new UnevenException(list.why().orElse("none of its caches has any objects"));
    }
    return told(found, list);
  }

  private static Optional<String> named(List<String> caches, String what) {
    return caches.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(", ", caches.subList(0, Math.min(MOST_NAMED, caches.size())))
                + (caches.size() > MOST_NAMED ? " and others " : " ")
                + what);
  }

  private Optional<Cache> look(
      Memory memory, long at, Tally list, List<String> restless, List<String> broken)
      throws IOException {
    Optional<Cache> before = Optional.empty();
    for (int i = 0; i < LOOKS; i++) {
      Optional<Cache> now = Optional.empty();
      try {
        now = Optional.of(cache(memory, at, list));
      } catch (UnevenException | BrokenException | MemoryException e) {
        // A change under way looks like this and is gone the next time.
      }
      if (!list.open()) {
        // The way ended in the middle of this one.
        return Optional.empty();
      }
      if (now.isPresent() && now.equals(before)) {
        return now;
      }
      before = now;
    }
    before.ifPresentOrElse(
        cache -> restless.add(cache.label), () -> broken.add("%s at 0x%x".formatted(name, at)));
    return before;
  }

  private Cache cache(Memory memory, long at, Tally list) throws IOException {
    var each = size.read(memory, at);
    var all = total.read(memory, at);
    if (each <= 0 || each > MOST_SIZE || all < 0 || all > MOST_BYTES / each) {
      throw new UnevenException("%d objects of %d bytes make no sense".formatted(all, each));
    }
    var free = 0L;
    if (all > 0) {
      for (var slab : Parts.elements(partial, memory, at, list)) {
        free += free(memory, slab, at);
        if (free < 0 || free > all) {
          throw new UnevenException("more are free than there are");
        }
        if (!list.step()) {
          break;
        }
      }
    }
    return new Cache(label.read(memory, at), each, all, free);
  }

  private long free(Memory memory, long slab, long cache) throws IOException {
    var bytes = memory.read(slab, partial.size());
    var most = objects.read(memory, slab, bytes);
    var taken = used.read(memory, slab, bytes);
    if (back.read(memory, slab, bytes) != cache || taken < 0 || taken > most) {
      throw new UnevenException("the slab at 0x%x is another's".formatted(slab));
    }
    return most - taken;
  }

  /// The largest first. Two of the same name are told apart.
  private List<Blocks> told(List<Cache> found, Tally list) {
    found.sort(Comparator.comparingLong((Cache cache) -> cache.size * cache.all).reversed());
    Map<String, Integer> names = new HashMap<>();
    var all = new ArrayList<Blocks>();
    for (var cache : found) {
      var tally = new Tally(list.bound);
      tally.owns(cache.size * cache.all);
      tally.live(cache.size, cache.all - cache.free);
      tally.free(cache.size, cache.free);
      int nth = names.merge(cache.label, 1, Integer::sum);
      var title = name + " " + cache.label + (nth > 1 ? " (" + nth + ")" : "");
      if (all.isEmpty()) {
        list.why().ifPresent(tally::cut);
      }
      all.add(tally.blocks(title, Blocks.Own.NONE));
    }
    return List.copyOf(all);
  }
}
