// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.ThreadLayout;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;

/// Where a thread's stack lies, and how deep it was used.
///
/// @param size where the kernel keeps it; else all stacks have `fixed` bytes
/// @param paint byte that fills what was never used; −1 for none
record StackPlan(NumberAt base, Optional<NumberAt> size, long fixed, NumberAt pointer, int paint) {

  private static final int PIECE = 1 << 14;
  private static final long MOST = 8L << 20;

  static StackPlan of(ThreadPlan.In in, ThreadLayout.Stack told) throws PathException {
    boolean fixed = told.size().matches("\\d{1,9}");
    return new StackPlan(
        in.need(told.base()),
        fixed ? Optional.empty() : Optional.of(in.need(told.size())),
        fixed ? Long.parseLong(told.size()) : 0,
        in.need(told.pointer()),
        told.paint());
  }

  /// A stack from `base` upwards.
  ///
  /// @param pointer as it was saved, which says nothing for a running thread
  record Stack(long base, long size, long pointer) {

    long top() {
      return base + size;
    }

    boolean holds(long address) {
      return Long.compareUnsigned(address - base, size) < 0;
    }
  }

  Stack of(Copy thread) throws IOException {
    return new Stack(
        thread.number(base),
        size.isPresent() ? thread.number(size.get()) : fixed,
        thread.number(pointer));
  }

  /// Bytes from the deepest that lost its paint to the top; empty without paint, or for a stack of
  /// no likely size.
  OptionalLong peak(Memory memory, Stack stack) throws IOException {
    if (paint < 0 || stack.size() <= 0 || stack.size() > MOST) {
      return OptionalLong.empty();
    }
    var painted = new byte[PIECE];
    Arrays.fill(painted, (byte) paint);
    var bytes = new byte[PIECE];
    for (long at = 0; at < stack.size(); at += PIECE) {
      var step = (int) Math.min(PIECE, stack.size() - at);
      memory.read(stack.base() + at, bytes, 0, step);
      var used = Arrays.mismatch(bytes, 0, step, painted, 0, step);
      if (used >= 0) {
        // Kernels look word by word.
        return OptionalLong.of(stack.size() - (at + used) / Long.BYTES * Long.BYTES);
      }
    }
    return OptionalLong.of(0);
  }
}
