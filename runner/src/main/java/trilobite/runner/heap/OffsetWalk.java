// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.BlockLayout.Offsets;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;

/// From block to block by where the next one begins, counted from the first.
record OffsetWalk(
    String name,
    Parts.Figure base,
    Parts.Figure end,
    int header,
    NumberAt next,
    NumberAt prev,
    NumberAt live,
    Optional<Parts.Figure> used,
    Optional<Parts.Figure> peak,
    Optional<Parts.Figure> failures)
    implements BlockWalk {

  private static final long MOST = 1L << 40;

  static OffsetWalk of(Parts parts, String name, Offsets layout) throws PathException {
    var block = parts.program().type(layout.block());
    return new OffsetWalk(
        name,
        parts.figure(layout.first()),
        parts.figure(layout.last()),
        parts.header(layout.block()),
        parts.number(block, layout.next()),
        parts.number(block, layout.prev()),
        parts.number(block, layout.live()),
        parts.maybe(layout.used()),
        parts.maybe(layout.peak()),
        parts.maybe(layout.failures()));
  }

  @Override
  public List<Range> ranges(Memory memory, Bound bound) throws IOException {
    var from = base.read(memory);
    var to = end.read(memory);
    if (from == 0) {
      throw new IOException(name + " is not set up yet");
    }
    if (to - from < 0 || to - from > MOST) {
      throw new UnevenException("%s ends at 0x%x, before its begin 0x%x".formatted(name, to, from));
    }
    return List.of(new Range(from, to));
  }

  @Override
  public List<Blocks> walk(Memory memory, Bound bound) throws IOException {
    var range = ranges(memory, bound).getFirst();
    var tally = new Tally(bound);
    tally.owns(range.end() - range.begin());
    var before = 0L;
    for (var at = 0L; tally.open() && range.begin() + at < range.end(); ) {
      var head = memory.read(range.begin() + at, header);
      var behind = next.read(memory, range.begin() + at, head);
      var back = prev.read(memory, range.begin() + at, head);
      if (behind <= at || behind > range.end() - range.begin() || back != before) {
        tally.cut(
            "the block at 0x%x is damaged; what lies behind it is not seen"
                .formatted(range.begin() + at));
        break;
      }
      if (live.read(memory, range.begin() + at, head) != 0) {
        tally.live(behind - at, 1);
      } else {
        tally.free(behind - at);
      }
      before = at;
      at = behind;
      tally.step();
    }
    var blocks = tally.blocks(name, new Blocks.Own(read(memory, peak), read(memory, failures)));
    if (tally.open() && used.isPresent()) {
      Parts.same(blocks.bytes(), used.get().read(memory));
    }
    return List.of(blocks);
  }

  private static OptionalLong read(Memory memory, Optional<Parts.Figure> figure)
      throws IOException {
    return figure.isPresent() ? OptionalLong.of(figure.get().read(memory)) : OptionalLong.empty();
  }
}
