// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import trilobite.model.guest.FrameRow;
import trilobite.model.guest.Listing;
import trilobite.model.inspect.Backtrace;
import trilobite.model.inspect.Question;
import trilobite.runner.threads.Contexts;
import trilobite.runner.threads.ThreadContext;

/// Backtraces of a guest's threads. A thread that does not run has its registers in memory, and its
/// stack stands still as long as it has not run since: that is looked at once more afterwards, so
/// no pause is needed. A running thread's registers are asked of the vCPU while it goes on, which
/// is approximate, or with a pause for the moment of copying.
public record Stacks(Contexts contexts, Machine machine, Unwinding unwinding) {

  private static final int TRIES = 3;
  private static final int MOST_THREADS = 200;
  private static final String MOVING =
      "its registers were read while it ran: the innermost line is about right, the rest may be"
          + " older";

  /// @param pauses how often the guest was paused for it
  public record Seen(Backtrace backtrace, int pauses) {}

  /// @throws IOException where there is no such thread, or nobody can unwind it; says what is
  ///   missing
  public Seen of(Question.Stack asked) throws IOException {
    var chosen = choose(contexts.read(), asked.thread());
    for (int i = 0; i < TRIES && !chosen.registers().isEmpty(); i++) {
      try (var taken = taken(List.of(chosen), List.of(new Registers(chosen.registers())))) {
        var after = again(chosen);
        if (after.filter(chosen::same).isPresent()) {
          return new Seen(backtrace(chosen, taken, Optional.empty()), 0);
        }
        chosen = after.orElseThrow(() -> new IOException("the thread has ended meanwhile"));
      }
    }
    return running(chosen, asked.exact());
  }

  private Optional<ThreadContext> again(ThreadContext thread) throws IOException {
    return contexts.read().stream()
        .filter(each -> each.id() == thread.id() && each.address() == thread.address())
        .findFirst();
  }

  private Seen running(ThreadContext thread, boolean exact) throws IOException {
    boolean still = !machine.running();
    if (still || !exact) {
      try (var taken = taken(List.of(thread), List.of(registers(thread)))) {
        return new Seen(
            backtrace(thread, taken, still ? Optional.empty() : Optional.of(MOVING)), 0);
      }
    }
    machine.stop();
    Unwinding.Taken taken;
    ThreadContext stopped;
    try {
      stopped = again(thread).orElse(thread);
      taken = taken(List.of(stopped), List.of(registers(stopped)));
    } finally {
      machine.go();
    }
    try (taken) {
      return new Seen(backtrace(stopped, taken, Optional.empty()), 1);
    }
  }

  /// Those that are saved or, of a running thread, those of the vCPU whose stack pointer lies in
  /// the thread's stack.
  private Registers registers(ThreadContext thread) throws IOException {
    if (!thread.registers().isEmpty()) {
      return new Registers(thread.registers());
    }
    var all = Registers.of(machine.registers());
    if (all.isEmpty()) {
      throw new IOException("QEMU shows no registers");
    }
    long size = thread.top() - thread.lowest();
    return all.stream()
        .filter(cpu -> Long.compareUnsigned(cpu.get("rsp") - thread.lowest(), size) <= 0)
        .findFirst()
        .orElse(all.getFirst());
  }

  private static ThreadContext choose(List<ThreadContext> threads, String wanted)
      throws IOException {
    var fitting =
        threads.stream()
            .filter(
                thread ->
                    wanted.isEmpty()
                        ? thread.running()
                        : wanted.equals(Long.toString(thread.id()))
                            || wanted.equals(thread.name())
                            || wanted.equals(place(thread)))
            .toList();
    if (fitting.isEmpty()) {
      throw new IOException(
          wanted.isEmpty()
              ? "no thread runs at the moment: name one"
              : "there is no thread " + wanted);
    }
    if (fitting.size() > 1 && !wanted.isEmpty()) {
      throw new IOException(
          "several threads are called "
              + wanted
              + ", choose by "
              + (numbered(fitting) ? "number: " : "address: ")
              + fitting.stream()
                  .map(t -> numbered(fitting) ? Long.toString(t.id()) : place(t))
                  .collect(Collectors.joining(", ")));
    }
    return fitting.getFirst();
  }

  private static String place(ThreadContext thread) {
    return "0x" + Long.toHexString(thread.address());
  }

  /// Not every kernel gives its threads numbers.
  private static boolean numbered(List<ThreadContext> threads) {
    return threads.stream().mapToLong(ThreadContext::id).distinct().count() == threads.size();
  }

  private Unwinding.Taken taken(List<ThreadContext> threads, List<Registers> registers)
      throws IOException {
    return unwinding.take(threads, registers);
  }

  private Backtrace backtrace(
      ThreadContext thread, Unwinding.Taken taken, Optional<String> approximate)
      throws IOException {
    var unwound = taken.unwound(true);
    if (unwound.isEmpty()) {
      throw new IOException("no thread was found in the copy of the guest's memory");
    }
    var first = unwound.getFirst();
    return new Backtrace(
        OptionalLong.of(thread.id()),
        thread.name(),
        first.frames(),
        approximate,
        first.cut().isEmpty() ? Optional.empty() : Optional.of(first.cut()));
  }

  /// The frames of all threads, by one unwinding and without a pause; those of threads that ran
  /// meanwhile are approximate.
  public Listing<FrameRow> all() throws IOException {
    var threads = contexts.read();
    var shown = threads.subList(0, Math.min(threads.size(), MOST_THREADS));
    var registers = new ArrayList<Registers>();
    for (var thread : shown) {
      registers.add(registers(thread));
    }
    try (var taken = taken(shown, registers)) {
      var after = contexts.read();
      var rows = new ArrayList<FrameRow>();
      for (var unwound : taken.unwound(false)) {
        if (unwound.thread() >= 1 && unwound.thread() <= shown.size()) {
          var thread = shown.get(unwound.thread() - 1);
          boolean moved =
              (thread.running() && machine.running()) || after.stream().noneMatch(thread::same);
          unwound.frames().forEach(frame -> rows.add(row(thread, frame, moved)));
        }
      }
      return new Listing<>(
          List.copyOf(rows),
          shown.size() < threads.size()
              ? Optional.of("%d of %d threads".formatted(shown.size(), threads.size()))
              : Optional.empty());
    }
  }

  private static FrameRow row(ThreadContext thread, Backtrace.Frame frame, boolean moved) {
    return new FrameRow(
        thread.id(),
        thread.name(),
        frame.level(),
        frame.function(),
        frame.file(),
        frame.line(),
        frame.address(),
        frame.inlined(),
        moved);
  }
}
