// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.unwind;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.runner.memory.Memory;
import trilobite.runner.memory.MemoryException;

/// The way up one stack by a kernel's tables, as `unwind_next_frame` goes it
/// (arch/x86/kernel/unwind_orc.c of Linux 6.1). It never leaves the stack and goes upwards only, so
/// that it ends whatever stands there; interrupts and exceptions with a stack of their own are its
/// end. One thread.
public final class OrcWalk {

  /// No kernel's stack of 16 KiB holds more that are real.
  private static final int MOST = 256;

  // ORC_REG_… of arch/x86/include/asm/orc_types.h of Linux 6.1.
  private static final int NONE = 0;
  private static final int PREVIOUS_SP = 1;
  private static final int DX = 2;
  private static final int DI = 3;
  private static final int BP = 4;
  private static final int SP = 5;
  private static final int R10 = 6;
  private static final int R13 = 7;
  private static final int BP_INDIRECT = 8;
  private static final int SP_INDIRECT = 9;

  // Offsets in struct pt_regs, arch/x86/include/asm/ptrace.h of Linux 6.1.
  private static final int AT_R13 = 16;
  private static final int AT_BP = 32;
  private static final int AT_R10 = 56;
  private static final int AT_DX = 96;
  private static final int AT_DI = 112;
  private static final int AT_IP = 128;
  private static final int AT_CS = 136;
  private static final int AT_SP = 152;
  private static final int USER = 3;

  private static final class OutsideException extends IOException {
    private static final long serialVersionUID = 1;

    OutsideException(long address) {
      super("0x%x lies outside the thread's stack".formatted(address));
    }
  }

  /// A stack in a guest's memory.
  ///
  /// @param lowest its lowest address
  /// @param top exclusive
  public record Stack(Memory memory, long lowest, long top) {

    private long word(long address) throws IOException {
      boolean holds =
          top - lowest >= Long.BYTES
              && Long.compareUnsigned(address - lowest, top - lowest - Long.BYTES) <= 0;
      if (!holds) {
        throw new OutsideException(address);
      }
      return memory.word(address);
    }
  }

  private final OrcTable table;
  private final Stack stack;
  private long ip;
  private long sp;
  private long bp;
  private boolean exact;
  private OptionalLong registers = OptionalLong.empty();
  private int frames;
  private Optional<String> cut = Optional.empty();

  /// Begins at the innermost frame.
  ///
  /// @param registers `rip`, `rsp` and `rbp`
  /// @param exact true where `rip` is where the thread stands, false where it returns to there
  public OrcWalk(OrcTable table, Stack stack, Map<String, Long> registers, boolean exact) {
    this.table = table;
    this.stack = stack;
    this.exact = exact;
    ip = registers.getOrDefault("rip", 0L);
    sp = registers.getOrDefault("rsp", 0L);
    bp = registers.getOrDefault("rbp", 0L);
  }

  /// Where the frame stands.
  public long address() {
    return ip;
  }

  /// An address inside the frame's function: a return address may lie behind its last instruction.
  public long inside() {
    return exact ? ip : ip - 1;
  }

  /// Why there may be more frames; empty at the end of the stack.
  public Optional<String> cut() {
    return cut;
  }

  /// Goes to the caller's frame; false where there is none, or none that can be found.
  ///
  /// @throws IOException where the guest's memory is gone
  public boolean next() throws IOException {
    if (++frames >= MOST) {
      return end("only the innermost " + MOST + " frames are shown");
    }
    try {
      return step();
    } catch (MemoryException | OutsideException e) {
      return end(String.valueOf(e.getMessage()));
    }
  }

  private boolean end(String why) {
    cut = Optional.of(why);
    return false;
  }

  private boolean step() throws IOException {
    if (ip >= 0) {
      return end("0x%x is no code of the kernel's".formatted(ip));
    }
    var entry = table.at(stack.memory(), inside());
    if (entry.kind() == OrcTable.Kind.END) {
      return false;
    }
    var base = base(entry);
    if (base.isEmpty()) {
      return end("the kernel's tables say nothing of 0x%x".formatted(ip));
    }
    long frame = base.getAsLong();
    long before = sp;
    switch (entry.kind()) {
      case CALL -> {
        ip = stack.word(frame - Long.BYTES);
        sp = frame;
        registers = OptionalLong.empty();
        exact = entry.signal();
      }
      case REGISTERS -> {
        if (interrupted(frame)) {
          return false;
        }
        registers = OptionalLong.of(frame);
      }
      case INTERRUPT -> {
        // The processor saves the last five of them only.
        if (interrupted(frame - AT_IP)) {
          return false;
        }
        registers = OptionalLong.empty();
      }
      case END, UNKNOWN -> {
        return end("the kernel's tables have an unknown entry for 0x%x".formatted(ip));
      }
    }
    switch (entry.bpBase()) {
      case NONE -> {
        if (registers.isPresent()) {
          bp = stack.word(registers.getAsLong() + AT_BP);
        }
      }
      case PREVIOUS_SP -> bp = stack.word(frame + entry.bpOffset());
      case BP -> bp = stack.word(bp + entry.bpOffset());
      default -> {
        return end("the kernel's tables have an unknown register for 0x%x".formatted(ip));
      }
    }
    return Long.compareUnsigned(sp, before) > 0
        || end("the stack goes the wrong way at 0x%x".formatted(before));
  }

  /// True where the registers are a program's, which the kernel was called from.
  private boolean interrupted(long saved) throws IOException {
    if ((stack.word(saved + AT_CS) & USER) != 0) {
      return true;
    }
    ip = stack.word(saved + AT_IP);
    sp = stack.word(saved + AT_SP);
    exact = true;
    return false;
  }

  /// Where the caller's stack begins, or the registers that were saved; empty where the registers
  /// that tell it are not known.
  private OptionalLong base(OrcTable.Entry entry) throws IOException {
    return switch (entry.spBase()) {
      case SP -> OptionalLong.of(sp + entry.spOffset());
      case BP -> OptionalLong.of(bp + entry.spOffset());
      case SP_INDIRECT -> OptionalLong.of(stack.word(sp) + entry.spOffset());
      case BP_INDIRECT -> OptionalLong.of(stack.word(bp + entry.spOffset()));
      case DX -> saved(AT_DX);
      case DI -> saved(AT_DI);
      case R10 -> saved(AT_R10);
      case R13 -> saved(AT_R13);
      default -> OptionalLong.empty();
    };
  }

  private OptionalLong saved(int at) throws IOException {
    return registers.isPresent()
        ? OptionalLong.of(stack.word(registers.getAsLong() + at))
        : OptionalLong.empty();
  }
}
