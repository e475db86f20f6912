// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import trilobite.model.type.Type;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.BlockLayout.Levels;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.RouteParser;

/// Free blocks as they are counted by powers of two; all other pages are in use. No block is looked
/// at, so this takes as long whatever the guest does. Which pages are the allocator's, and which
/// were taken away before, is not told by zones.
///
/// @param free number of free blocks for each power of two, from a zone on
record LevelWalk(
    String name,
    Parts.Figure total,
    long page,
    ContainerPlan zones,
    List<NumberAt> free,
    List<Parts.Figure> kept)
    implements BlockWalk {

  private static final int MOST_LEVELS = 32;
  private static final long MOST_PAGES = 1L << 40;

  static LevelWalk of(Parts parts, String name, Levels layout) throws PathException {
    var zones = parts.container(layout.zones());
    var types = parts.program().types();
    var lists = RouteParser.compile(types, zones.element(), layout.lists());
    if (!(types.resolve(lists.type()) instanceof Type.Array(var each, var count))
        || count <= 0
        || count > MOST_LEVELS) {
      throw new PathException(layout.lists() + " is no array of powers of two");
    }
    var free = new ArrayList<NumberAt>();
    for (int i = 0; i < count; i++) {
      free.add(
          parts.number(zones.element(), "%s[%d].%s".formatted(layout.lists(), i, layout.count())));
    }
    return new LevelWalk(
        name,
        parts.figure(layout.total()),
        layout.page(),
        zones,
        List.copyOf(free),
        layout.kept().stream().flatMap(path -> parts.maybe(path).stream()).toList());
  }

  @Override
  public List<Blocks> walk(Memory memory, Bound bound) throws IOException {
    var tally = new Tally(bound);
    var all = pages(total.read(memory), 0);
    var room = 0L;
    for (var zone : Parts.elements(zones, memory, tally)) {
      var bytes = memory.read(zone, zones.size());
      for (int level = 0; level < free.size() && tally.step(); level++) {
        var blocks = pages(free.get(level).read(memory, zone, bytes), level);
        tally.free(page << level, blocks);
        room = pages(room + (blocks << level), 0);
      }
    }
    if (room > all) {
      throw new UnevenException("%d pages are free of %d".formatted(room, all));
    }
    tally.owns(all * page);
    tally.live(page, all - room);
    return List.of(
        tally.blocks(
            name,
            new Blocks.Own(
                OptionalLong.empty(),
                OptionalLong.empty(),
                kept.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(kept(memory, all - room)))));
  }

  /// Counters that lag behind never say more than is in use.
  private long kept(Memory memory, long used) throws IOException {
    var sum = 0L;
    for (var each : kept) {
      sum += Math.clamp(each.read(memory), 0, used);
    }
    return Math.min(sum, used) * page;
  }

  private static long pages(long count, int level) throws UnevenException {
    if (count < 0 || count > MOST_PAGES >> level) {
      throw new UnevenException("%d times %d pages make no sense".formatted(count, 1L << level));
    }
    return count;
  }
}
