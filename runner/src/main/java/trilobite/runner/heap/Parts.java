// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.type.Type;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.Container;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.RouteParser;
import trilobite.runner.walk.Walk;

/// Makes the parts of which walks consist, for one build.
record Parts(Program program) {

  private static final Walk.Bounds BOUNDS = new Walk.Bounds(200_000, 200_000_000);
  private static final int MOST_HEADER = 4096;

  NumberAt number(Type from, String path) throws PathException {
    return NumberAt.of(program.types(), RouteParser.compile(program.types(), from, path));
  }

  Optional<NumberAt> maybe(Type from, String path) {
    try {
      return path.isEmpty() ? Optional.empty() : Optional.of(number(from, path));
    } catch (PathException e) {
      // Built without.
      return Optional.empty();
    }
  }

  /// Names by number; none where the build does not say.
  Map<Long, String> constants(String type) {
    try {
      return program.constants(type);
    } catch (PathException e) {
      return Map.of();
    }
  }

  /// Bytes of a block's header.
  int header(String type) throws PathException {
    var size = program.types().size(program.type(type));
    if (size <= 0 || size > MOST_HEADER) {
      throw new PathException("%s of %d bytes is not read".formatted(type, size));
    }
    return (int) size;
  }

  /// A number at a path from a variable.
  record Figure(long start, NumberAt number) {
    long read(Memory memory) throws IOException {
      return number.read(memory, start);
    }
  }

  Figure figure(String path) throws PathException {
    var spot = program.spot(path);
    return new Figure(spot.address(), NumberAt.of(program.types(), spot.route()));
  }

  Optional<Figure> maybe(String path) {
    try {
      return path.isEmpty() ? Optional.empty() : Optional.of(figure(path));
    } catch (PathException e) {
      // Built without.
      return Optional.empty();
    }
  }

  OptionalLong address(String variable) throws PathException {
    if (variable.isEmpty()) {
      return OptionalLong.empty();
    }
    var symbol =
        program
            .symbols()
            .find(variable)
            .orElseThrow(() -> new PathException(program.file() + " has no variable " + variable));
    return OptionalLong.of(symbol.address());
  }

  ContainerPlan container(Container container) throws PathException {
    return ContainerPlan.of(program, container);
  }

  /// What its blocks add up to must be what the allocator counts.
  static void same(long found, long counted) throws UnevenException {
    if (found != counted) {
      throw new UnevenException(
          "%d bytes are in use by its blocks, %d by its own count".formatted(found, counted));
    }
  }

  /// A container's elements as one walk finds them.
  static long[] elements(ContainerPlan plan, Memory memory, Tally tally) throws IOException {
    return elements(plan, memory, plan.start().address(), tally);
  }

  /// @param from where the container's start is counted from
  static long[] elements(ContainerPlan plan, Memory memory, long from, Tally tally)
      throws IOException {
    var begin = plan.start().route().from(memory, from);
    var walk = new Walk(memory, BOUNDS, tally.bound.nanos);
    var found = walk.through(plan.shape(), begin);
    walk.cut().ifPresent(tally::cut);
    return found;
  }
}
