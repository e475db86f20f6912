// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.SyncLayout;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.RouteParser;

/// Who waits on something, by the list that hangs on it: for kernels whose threads do not say what
/// they wait on.
record QueuePlan(NumberAt first, NumberAt next, NumberAt thread) {

  /// The first of many is as good as all: they are threads of one pool.
  private static final int MOST = 32;

  /// Empty where the build has no such types.
  static Optional<QueuePlan> of(Program program, SyncLayout.Queue told) {
    try {
      return Optional.of(
          new QueuePlan(
              number(program, told.type(), told.first()),
              number(program, told.entry(), told.next()),
              number(program, told.entry(), told.thread())));
    } catch (PathException e) {
      return Optional.empty();
    }
  }

  private static NumberAt number(Program program, String type, String path) throws PathException {
    return NumberAt.of(
        program.types(), RouteParser.compile(program.types(), program.type(type), path));
  }

  /// Addresses of the threads' records, in the order in which they came; fewer where the list is
  /// changed or damaged.
  List<Long> threads(Memory memory, long queue) {
    var found = new ArrayList<Long>();
    try {
      long entry = first.read(memory, queue);
      while (entry != 0 && found.size() < MOST) {
        found.add(thread.read(memory, entry));
        entry = next.read(memory, entry);
      }
    } catch (IOException e) {
      // An entry lies on its thread's stack and goes with it.
    }
    return List.copyOf(found);
  }
}
