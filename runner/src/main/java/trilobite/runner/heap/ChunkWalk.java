// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.BlockLayout.Chunks;
import trilobite.runner.profile.BlockLayout.Sign;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;

/// From block to block by their sizes.
///
/// @param begin empty where the element itself is the begin
/// @param header bytes of a block's header that are read
record ChunkWalk(
    String name,
    Chunks layout,
    ContainerPlan stretches,
    Optional<NumberAt> begin,
    NumberAt end,
    OptionalLong after,
    int header,
    NumberAt size,
    Mark live,
    Mark free,
    Optional<ContainerPlan> lists,
    Optional<Parts.Figure> used,
    Optional<NumberAt> site,
    Optional<NumberAt> born)
    implements BlockWalk {

  /// What tells blocks in use from free ones.
  record Mark(NumberAt number, Sign sign) {
    boolean in(Memory memory, long at, ByteBuffer header) throws IOException {
      return (number.read(memory, at, header) & sign.bits()) == sign.value();
    }
  }

  static ChunkWalk of(Parts parts, String name, Chunks layout) throws PathException {
    var stretches = parts.container(layout.ranges());
    var block = parts.program().type(layout.block());
    var path = layout.length().isEmpty() ? layout.end() : layout.length();
    return new ChunkWalk(
        name,
        layout,
        stretches,
        layout.begin().equals("@")
            ? Optional.empty()
            : Optional.of(parts.number(stretches.element(), layout.begin())),
        parts.number(stretches.element(), path),
        parts.address(layout.after()),
        parts.header(layout.block()),
        parts.number(block, layout.size()),
        new Mark(parts.number(block, layout.live().path()), layout.live()),
        new Mark(parts.number(block, layout.free().path()), layout.free()),
        layout.lists().isPresent()
            ? Optional.of(parts.container(layout.lists().get()))
            : Optional.empty(),
        parts.maybe(layout.used()),
        layout.owner().isPresent()
            ? Optional.of(parts.number(block, layout.owner().get().site()))
            : Optional.empty(),
        layout.owner().flatMap(owner -> parts.maybe(block, owner.born())));
  }

  @Override
  public List<Range> ranges(Memory memory, Bound bound) throws IOException {
    var tally = new Tally(bound);
    var all = new ArrayList<Range>();
    for (var element : Parts.elements(stretches, memory, tally)) {
      var bytes = memory.read(element, stretches.size());
      var from = begin.isPresent() ? begin.get().read(memory, element, bytes) : element;
      var to = end.read(memory, element, bytes) + (layout.length().isEmpty() ? 0 : from);
      from += layout.skip();
      if (after.isPresent()
          && Long.compareUnsigned(after.getAsLong(), from) >= 0
          && Long.compareUnsigned(after.getAsLong(), to) < 0) {
        from = after.getAsLong();
      }
      if (Long.compareUnsigned(from, to) < 0) {
        all.add(new Range(from, to));
      }
    }
    all.sort((a, b) -> Long.compareUnsigned(a.begin(), b.begin()));
    return List.copyOf(all);
  }

  @Override
  public List<Blocks> walk(Memory memory, Bound bound) throws IOException {
    var tally = new Tally(bound);
    var holes = new HashSet<Long>();
    for (var range : ranges(memory, bound)) {
      one(memory, range, tally, holes);
    }
    if (lists.isPresent() && tally.open()) {
      compare(Parts.elements(lists.get(), memory, tally), holes, tally);
    }
    var blocks = tally.blocks(name, Blocks.Own.NONE);
    if (used.isPresent() && tally.open()) {
      Parts.same(blocks.bytes(), used.get().read(memory));
    }
    return List.of(blocks);
  }

  private void one(Memory memory, Range range, Tally tally, Set<Long> holes) throws IOException {
    for (var at = range.begin(); tally.open() && at < range.end(); ) {
      var head = memory.read(at, (int) Math.min(header, range.end() - at));
      var bytes = (size.read(memory, at, head) & ~layout.flags()) + layout.extra();
      if (bytes == layout.last() && at + bytes == range.end() && live.in(memory, at, head)) {
        tally.owns(at - range.begin());
        return;
      }
      if (bytes <= 0 || bytes > range.end() - at) {
        damaged(at, range, tally);
        return;
      }
      var used = is(live, memory, at, bytes, head, range);
      if (used) {
        tally.live(bytes, 1);
        if (site.isPresent()) {
          var when = born.isPresent() ? born.get().read(memory, at, head) : 0;
          tally.site(site.get().read(memory, at, head), bytes, when);
        }
      } else if (is(free, memory, at, bytes, head, range)) {
        tally.free(bytes);
        holes.add(at);
      } else {
        damaged(at, range, tally);
        return;
      }
      at += bytes;
      if (!tally.step()) {
        return;
      }
    }
    tally.owns(range.end() - range.begin());
  }

  private static void damaged(long at, Range range, Tally tally) {
    tally.owns(range.end() - range.begin());
    tally.cut("the block at 0x%x is damaged; what lies behind it is not seen".formatted(at));
  }

  private boolean is(Mark mark, Memory memory, long at, long bytes, ByteBuffer head, Range range)
      throws IOException {
    if (!mark.sign.next()) {
      return mark.in(memory, at, head);
    }
    var next = at + bytes;
    return next < range.end()
        && mark.in(memory, next, memory.read(next, (int) Math.min(header, range.end() - next)));
  }

  private void compare(long[] listed, Set<Long> holes, Tally tally) throws UnevenException {
    if (!tally.open()) {
      return;
    }
    for (var each : listed) {
      if (!holes.remove(each)) {
        throw new UnevenException("the block at 0x%x is in a list and not free".formatted(each));
      }
    }
    if (!holes.isEmpty()) {
      throw new UnevenException(
          "the block at 0x%x is free and in no list".formatted(holes.iterator().next()));
    }
  }
}
