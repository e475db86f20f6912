// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import trilobite.runner.walk.Snapshot;

/// Reads where threads go on.
///
/// @param source guest memory by virtual address
public record Contexts(ThreadPlan plan, Snapshot.Source source) {

  /// All threads; those whose registers cannot be read are there without any.
  ///
  /// @throws IOException where there is no list of threads, or the profile knows of no saved
  ///   registers
  public List<ThreadContext> read() throws IOException {
    var frames =
        plan.frames()
            .orElseThrow(
                () -> new IOException("the profile does not say where registers are saved"));
    var found = new ArrayList<ThreadContext>();
    for (var sight : new ThreadReader(plan, source).read().rows()) {
      found.add(context(sight, registers(frames, sight)));
    }
    return List.copyOf(found);
  }

  private Map<String, Long> registers(FramePlan frames, Sight sight) {
    if (sight.running()) {
      return Map.of();
    }
    try {
      return frames.registers(Copy.at(source.memory(), sight.address(), plan.list().size()));
    } catch (IOException e) {
      // Its record or stack is damaged; the others are of use.
      return Map.of();
    }
  }

  private static ThreadContext context(Sight sight, Map<String, Long> registers) {
    var stack = sight.stack();
    return new ThreadContext(
        sight.id(),
        sight.name(),
        sight.running(),
        sight.address(),
        sight.turns(),
        stack.map(StackPlan.Stack::base).orElse(0L),
        stack.map(StackPlan.Stack::top).orElse(0L),
        registers);
  }
}
