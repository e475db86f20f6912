// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.StackLayout;
import trilobite.runner.value.PathException;
import trilobite.runner.value.Route;
import trilobite.runner.value.RouteParser;
import trilobite.runner.walk.Snapshot;
import trilobite.runner.walk.Walk;

/// Where a build notes which threads wait for several sockets at once, as `select` does.
///
/// @param waiters way to what such a thread waits on
/// @param sets arrays of bits, one for each socket's number
record SelectPlan(String start, ContainerPlan list, Route waiters, List<Bits> sets) {

  private static final int MOST_BYTES = 1 << 10;
  private static final Walk.Bounds BOUNDS = new Walk.Bounds(256, 5_000_000);

  record Bits(Route at, int bytes) {}

  static Optional<SelectPlan> of(Program program, StackLayout told, Optional<SyncPlan> sync) {
    if (told.selecting().isEmpty() || sync.isEmpty()) {
      return Optional.empty();
    }
    try {
      var layout = told.selecting().get();
      var container = StackPlan.container(told, layout.container());
      var list = ContainerPlan.of(program, container);
      var types = program.types();
      var semaphore = RouteParser.compile(types, list.element(), layout.semaphore());
      var waiters = sync.get().semaphore(semaphore.type());
      if (waiters.isEmpty()) {
        return Optional.empty();
      }
      var sets = new ArrayList<Bits>();
      for (var path : layout.sets()) {
        var at = RouteParser.compile(types, list.element(), path);
        sets.add(new Bits(at, Math.clamp(types.size(at.type()), 0, MOST_BYTES)));
      }
      return Optional.of(
          new SelectPlan(
              container.start(), list, semaphore.then(waiters.get()), List.copyOf(sets)));
    } catch (PathException e) {
      // Nobody selects in a build without.
      return Optional.empty();
    }
  }

  /// Which sockets, by number, the threads that wait on an address wait for. What cannot be read is
  /// left out: the records lie on the threads' stacks and go as fast as they come.
  Map<Long, List<Integer>> read(Snapshot.Source source) {
    var all = new HashMap<Long, List<Integer>>();
    try {
      var spot = list.start();
      var head = spot.route().from(source.memory(), spot.address());
      for (var element : Snapshot.of(start, list.shape(), head, BOUNDS, source).elements()) {
        var on = waiters.from(source.memory(), element);
        if (on != 0) {
          all.put(on, numbers(source.memory(), element));
        }
      }
    } catch (IOException e) {
      // What was found until then holds.
    }
    return all;
  }

  private List<Integer> numbers(Memory memory, long element) throws IOException {
    var numbers = new ArrayList<Integer>();
    for (var set : sets) {
      var at = set.at().from(memory, element);
      if (at == 0) {
        continue;
      }
      var bytes = memory.read(at, set.bytes());
      for (int bit = 0; bit < set.bytes() * Byte.SIZE; bit++) {
        if (((bytes.get(bit / Byte.SIZE) >> (bit % Byte.SIZE)) & 1) != 0) {
          numbers.add(bit);
        }
      }
    }
    return numbers;
  }
}
