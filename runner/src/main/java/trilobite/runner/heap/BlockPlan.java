// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import trilobite.model.type.Type;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.kernel.Program;
import trilobite.runner.profile.BlockLayout;
import trilobite.runner.profile.Profile;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.RouteParser;
import trilobite.runner.walk.Snapshot;
import trilobite.runner.walk.Walk;

/// Where one build's allocator keeps its blocks and what their headers mean.
///
/// @param header bytes of a block's header that are read
public record BlockPlan(
    BlockLayout layout,
    ContainerPlan ranges,
    NumberAt begin,
    NumberAt end,
    OptionalLong after,
    int header,
    NumberAt size,
    NumberAt live,
    NumberAt free) {

  private static final int MOST_HEADER = 4096;
  private static final Walk.Bounds BOUNDS = new Walk.Bounds(1_000, 100_000_000);

  /// Addresses from `begin` to before `end` that hold blocks.
  public record Range(long begin, long end) {}

  /// @throws PathException where the profile does not fit the build
  public static BlockPlan of(Program program, Profile profile, BlockLayout layout)
      throws PathException {
    var container =
        profile.containers().stream()
            .filter(each -> each.name().equals(layout.ranges()))
            .findFirst()
            .orElseThrow(() -> new PathException("there is no container " + layout.ranges()));
    var ranges = ContainerPlan.of(program, container);
    var block = program.type(layout.block());
    var header = program.types().size(block);
    if (header <= 0 || header > MOST_HEADER) {
      throw new PathException("%s of %d bytes is not read".formatted(layout.block(), header));
    }
    return new BlockPlan(
        layout,
        ranges,
        number(program, ranges.element(), layout.begin()),
        number(program, ranges.element(), layout.end()),
        after(program, layout.after()),
        (int) header,
        number(program, block, layout.size()),
        number(program, block, layout.live().path()),
        number(program, block, layout.free().path()));
  }

  private static NumberAt number(Program program, Type type, String path) throws PathException {
    return NumberAt.of(program.types(), RouteParser.compile(program.types(), type, path));
  }

  private static OptionalLong after(Program program, String name) throws PathException {
    if (name.isEmpty()) {
      return OptionalLong.empty();
    }
    var symbol =
        program
            .symbols()
            .find(name)
            .orElseThrow(() -> new PathException(program.file() + " has no variable " + name));
    return OptionalLong.of(symbol.address());
  }

  /// The stretches as they are now, ascending; empty ones are left out.
  ///
  /// @throws IOException where they cannot be read
  public List<Range> ranges(Snapshot.Source source) throws IOException {
    var memory = source.memory();
    var spot = ranges.start();
    var start = spot.route().from(memory, spot.address());
    var found = Snapshot.of(layout.ranges(), ranges.shape(), start, BOUNDS, source);
    var all = new ArrayList<Range>();
    for (var element : found.elements()) {
      var bytes = memory.read(element, ranges.size());
      var from = begin.read(memory, element, bytes);
      var to = end.read(memory, element, bytes);
      if (after.isPresent()
          && Long.compareUnsigned(after.getAsLong(), from) >= 0
          && Long.compareUnsigned(after.getAsLong(), to) < 0) {
        from = after.getAsLong();
      }
      if (Long.compareUnsigned(from, to) < 0) {
        all.add(new Range(from, to));
      }
    }
    all.sort((a, b) -> Long.compareUnsigned(a.begin, b.begin));
    return List.copyOf(all);
  }
}
