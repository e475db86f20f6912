// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import trilobite.model.inspect.Backtrace.Frame;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.memory.Memory;
import trilobite.runner.threads.ThreadContext;
import trilobite.runner.unwind.OrcTable;
import trilobite.runner.unwind.OrcWalk;

/// Unwinds by the tables that a kernel carries in its memory: functions, without files and lines.
/// Some hundred microseconds a thread.
///
/// @param memory the guest's, by virtual address
public record TableUnwinding(OrcTable tables, Memory memory, CodeSymbols code)
    implements Unwinding {

  private record Read(List<Unwound> all) implements Taken {
    @Override
    public List<Unwound> unwound(boolean locals) {
      return all;
    }

    @Override
    public void close() {}
  }

  @Override
  public Taken take(List<ThreadContext> threads, List<Registers> registers) throws IOException {
    var all = new ArrayList<Unwound>();
    for (int i = 0; i < threads.size(); i++) {
      all.add(unwound(i + 1, threads.get(i), registers.get(i)));
    }
    return new Read(List.copyOf(all));
  }

  private Unwound unwound(int number, ThreadContext thread, Registers registers)
      throws IOException {
    long begin = registers.get("rip");
    // A new thread returns to where a function begins.
    boolean exact =
        thread.registers().isEmpty()
            || code.at(begin).filter(function -> function.address() == begin).isPresent();
    var walk =
        new OrcWalk(
            tables,
            new OrcWalk.Stack(memory, thread.lowest(), thread.top()),
            registers.values(),
            exact);
    var frames = new ArrayList<Frame>();
    do {
      var function = code.at(walk.inside()).map(Symbol::path).orElse("");
      frames.add(new Frame(frames.size(), walk.address(), function, "", 0, false, List.of()));
    } while (walk.next());
    return new Unwound(number, List.copyOf(frames), walk.cut().orElse(""));
  }
}
