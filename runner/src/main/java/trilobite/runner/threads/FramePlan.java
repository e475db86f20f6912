// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.ThreadLayout;
import trilobite.runner.unwind.OrcTable;
import trilobite.runner.unwind.OrcWalk;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.Route;

/// Where a switched-out thread goes on: the saved instruction pointer, and through frame pointers
/// out of the scheduler, in which all of them stand.
record FramePlan(
    Optional<NumberAt> at,
    Optional<Route> inside,
    List<String> words,
    int instruction,
    int frame,
    Optional<OrcTable> tables,
    Places code) {

  private static final int MOST_FRAMES = 16;
  private static final int WINDOW = 512;
  private static final long UNKNOWN = 16 << 10;

  static FramePlan of(ThreadPlan.In in, ThreadLayout.Saved told, Optional<OrcTable> tables)
      throws PathException {
    return new FramePlan(
        in.number(told.at()),
        told.inside().isEmpty() ? Optional.empty() : Optional.of(in.place(told.inside())),
        told.words(),
        told.instruction(),
        told.frame(),
        tables,
        new Places(in.program().code(), told.skip()));
  }

  private long saved(Copy thread) throws IOException {
    return inside.isPresent()
        ? inside.get().from(thread.memory(), thread.address())
        : thread.number(at);
  }

  /// The registers of a switched-out thread, `rsp` as it is once they are taken off the stack.
  Map<String, Long> registers(Copy thread) throws IOException {
    long saved = saved(thread);
    var held = thread.memory().read(saved, words.size() * Long.BYTES);
    var registers = new HashMap<String, Long>();
    for (int i = 0; i < words.size(); i++) {
      registers.put(words.get(i), held.getLong(i * Long.BYTES));
    }
    registers.putIfAbsent("rsp", saved + (long) words.size() * Long.BYTES);
    return Map.copyOf(registers);
  }

  /// Name of the first function that the profile does not pass over; of the innermost where it
  /// passes over all, and empty where no address there is code.
  ///
  /// @param known the thread's stack; where the kernel does not say how large it is, a few pages
  ///   from the saved words on are believed to be its
  Optional<String> top(Copy thread, Optional<StackPlan.Stack> known) throws IOException {
    if (tables.isPresent()) {
      return known.isPresent() ? top(thread, tables.get(), known.get()) : Optional.empty();
    }
    var saved = saved(thread);
    if (saved == 0 || (inside.isPresent() && !code.passesSome())) {
      return saved == 0
          ? Optional.empty()
          : code.at(thread.memory().word(saved + (long) instruction * Long.BYTES)).function();
    }
    // Words in the record tell where on the stack the innermost frame is.
    var from =
        inside.isPresent() && frame >= 0
            ? thread.memory().word(saved + (long) frame * Long.BYTES)
            : saved;
    var stack = known.orElse(new StackPlan.Stack(from, UNKNOWN, from));
    if (!stack.holds(from)) {
      return Optional.empty();
    }
    var length = (int) Math.min(WINDOW, stack.top() - from);
    var window = new Window(thread.memory(), from, thread.memory().read(from, length));
    var innermost = Optional.<String>empty();
    var address = window.word(saved + (long) instruction * Long.BYTES);
    var pointer = frame < 0 ? 0 : window.word(saved + (long) frame * Long.BYTES);
    for (int i = 0; i < MOST_FRAMES; i++) {
      // A return address may lie behind its function's last instruction.
      var place = code.at(i == 0 ? address : address - 1);
      if (place.function().isPresent() && !place.passed()) {
        return place.function();
      }
      innermost = innermost.or(place::function);
      if (!stack.holds(pointer) || !stack.holds(pointer + 15) || pointer % Long.BYTES != 0) {
        break;
      }
      address = window.word(pointer + Long.BYTES);
      var next = window.word(pointer);
      // Frames lie one above the other; anything else is no chain of frames.
      if (Long.compareUnsigned(next, pointer) <= 0) {
        pointer = 0;
      } else {
        pointer = next;
      }
    }
    return innermost;
  }

  private Optional<String> top(Copy thread, OrcTable tables, StackPlan.Stack stack)
      throws IOException {
    var walk =
        new OrcWalk(
            tables,
            new OrcWalk.Stack(thread.memory(), stack.base(), stack.top()),
            registers(thread),
            false);
    var innermost = Optional.<String>empty();
    for (int i = 0; i < MOST_FRAMES; i++) {
      var place = code.at(walk.inside());
      if (place.function().isPresent() && !place.passed()) {
        return place.function();
      }
      innermost = innermost.or(place::function);
      if (!walk.next()) {
        break;
      }
    }
    return innermost;
  }

  /// The stack's words, most of them from one reading.
  private record Window(Memory memory, long start, ByteBuffer bytes) {
    long word(long address) throws IOException {
      var at = address - start;
      return at >= 0 && at <= bytes.limit() - Long.BYTES
          ? bytes.getLong((int) at)
          : memory.word(address);
    }
  }
}
