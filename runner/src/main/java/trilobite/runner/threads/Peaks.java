// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.OptionalLong;
import trilobite.runner.memory.Memory;

/// How deep stacks were used. A stack is looked through again only if its thread ran since, so a
/// thousand sleepers cost nothing.
final class Peaks {

  private static final long MOST_BYTES = 64L << 20;

  private final Kept<CpuShares.Key, Known> known = new Kept<>();
  private long looked;

  private record Known(long turns, long runTime, OptionalLong peak) {}

  /// Begins a reading; what the one before did not see is forgotten.
  void begin() {
    known.begin();
    looked = 0;
  }

  OptionalLong of(StackPlan plan, Memory memory, Sight thread) {
    var stack = thread.stack();
    if (stack.isEmpty()) {
      return OptionalLong.empty();
    }
    var key = new CpuShares.Key(thread.address(), thread.id());
    var before = thread.running() ? null : known.see(key);
    if (before != null
        && before.turns == thread.turns()
        && before.runTime == thread.runTime().orElse(-1)) {
      return before.peak;
    }
    if (looked > MOST_BYTES) {
      return OptionalLong.empty();
    }
    looked += Math.max(0, stack.get().size());
    var peak = peak(plan, memory, stack.get());
    if (!thread.running()) {
      known.put(key, new Known(thread.turns(), thread.runTime().orElse(-1), peak));
    }
    return peak;
  }

  private static OptionalLong peak(StackPlan plan, Memory memory, StackPlan.Stack stack) {
    try {
      return plan.peak(memory, stack);
    } catch (IOException e) {
      // A stack that is not mapped, of a thread that ends or is damaged.
      return OptionalLong.empty();
    }
  }
}
