// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.Optional;
import trilobite.runner.kernel.Program;
import trilobite.runner.profile.ThreadLayout;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.TextAt;

/// What a thread waits for, and who holds that.
///
/// @param since when the wait began, in the thread's own record
record WaitPlan(
    NumberAt on,
    int size,
    Optional<NumberAt> kind,
    Names kinds,
    Optional<TextAt> name,
    Optional<NumberAt> owner,
    Optional<NumberAt> since) {

  private static final int MOST_SIZE = 4096;

  static WaitPlan of(ThreadPlan.In in, ThreadLayout.Waits told) throws PathException {
    Program program = in.program();
    var type = program.type(told.type());
    var thing = new ThreadPlan.In(program, type);
    return new WaitPlan(
        in.need(told.on()),
        Math.clamp(program.types().size(type), 1, MOST_SIZE),
        thing.number(told.kind()),
        Names.of(program, told.kinds(), told.names(), false),
        thing.text(told.name()),
        thing.number(told.owner()),
        in.number(told.since()));
  }

  /// @param what in words
  /// @param owner address of the thread that holds it; 0 for none
  /// @param thing its address; 0 where it cannot be read
  /// @param since when the wait began, on the kernel's clock in nanoseconds; 0 where it keeps none
  record Waiting(String what, long owner, long thing, long since) {}

  Optional<Waiting> of(Copy thread) throws IOException {
    var address = thread.number(on);
    // Some kernels have a pointer of all ones where another has null.
    if (address == 0 || address == -1) {
      return Optional.empty();
    }
    var thing = Copy.at(thread.memory(), address, size);
    var words = kind.isPresent() ? kinds.of(thing.number(kind.get())) + " " : "";
    return Optional.of(
        new Waiting(
            (words + thing.text(name)).strip(),
            thing.number(owner),
            address,
            thread.number(since)));
  }
}
