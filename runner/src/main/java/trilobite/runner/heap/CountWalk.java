// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.BlockLayout.Counts;
import trilobite.runner.value.PathException;

/// What memory is used for, by the kernel's own counters. Those that a build has not are left out.
record CountWalk(List<Count> counts) implements BlockWalk {

  private static final long MOST_BYTES = 1L << 52;

  /// One use.
  private record Count(String title, Parts.Figure count, Optional<Parts.Figure> less, long unit) {}

  static CountWalk of(Parts parts, String name, Counts layout) throws PathException {
    var counts = new ArrayList<Count>();
    for (var part : layout.parts()) {
      var count = parts.maybe(part.count());
      if (count.isPresent()) {
        counts.add(
            new Count(
                name + " " + part.name(), count.get(), parts.maybe(part.less()), part.unit()));
      }
    }
    if (counts.isEmpty()) {
      throw new PathException(name + ": none of its counters is in this build");
    }
    return new CountWalk(List.copyOf(counts));
  }

  @Override
  public boolean each() {
    return true;
  }

  @Override
  public List<Blocks> walk(Memory memory, Bound bound) throws IOException {
    var all = new ArrayList<Blocks>();
    for (var each : counts) {
      var less = each.less.isPresent() ? each.less.get().read(memory) : 0;
      // What CPUs hold back makes a small counter negative for a moment.
      var units = Math.max(0, each.count.read(memory) - Math.max(0, less));
      if (units > MOST_BYTES / each.unit) {
        throw new UnevenException(
            "%s of %d times %d bytes makes no sense".formatted(each.title, units, each.unit));
      }
      var tally = new Tally(bound);
      tally.owns(units * each.unit);
      tally.live(each.unit, units);
      all.add(tally.blocks(each.title, Blocks.Own.NONE));
    }
    return List.copyOf(all);
  }
}
