// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The vCPUs' registers in the `QEMU` notes of a core, said as `info registers -a` says them, so
/// that a core is read as a guest is. Layout: `QEMUCPUState` of `target/i386/arch_dump.c`, version
/// 1, QEMU 7.2. QEMU writes a core of x86-64 only where the processor was in 64-bit mode.
final class CoreRegisters {

  private static final int MOST_CPUS = 256;
  private static final int X86_64 = 62;
  private static final String[] NAMES = {
    "RAX", "RBX", "RCX", "RDX", "RSI", "RDI", "RSP", "RBP", "R8", "R9", "R10", "R11", "R12", "R13",
    "R14", "R15", "RIP", "RFL"
  };
  private static final int FIRST = 8;
  private static final int SEGMENTS = 10;
  private static final int SEGMENT = 24;
  private static final int CONTROL = FIRST + NAMES.length * Long.BYTES + SEGMENTS * SEGMENT;
  private static final int SIZE = CONTROL + 5 * Long.BYTES;
  private static final long LONG_MODE = 0xd00;

  private CoreRegisters() {}

  /// What does not fit ends the reading.
  static String text(ByteBuffer notes, int machine) {
    var text = new StringBuilder();
    int cpu = 0;
    while (notes.remaining() >= 12 && cpu < MOST_CPUS) {
      long nameLength = Integer.toUnsignedLong(notes.getInt());
      long length = Integer.toUnsignedLong(notes.getInt());
      notes.getInt();
      long name = padded(nameLength);
      if (name + length > notes.remaining()) {
        break;
      }
      int at = notes.position();
      var content = notes.slice(at + (int) name, (int) length).order(notes.order());
      if (qemu(notes, at, (int) nameLength) && length >= SIZE && machine == X86_64) {
        text.append(cpu(cpu++, content));
      }
      notes.position((int) Math.min(at + name + padded(length), notes.limit()));
    }
    return text.toString();
  }

  private static boolean qemu(ByteBuffer notes, int at, int length) {
    var name = new byte[Math.min(length, 4)];
    notes.get(at, name);
    return new String(name, StandardCharsets.ISO_8859_1).equals("QEMU");
  }

  private static String cpu(int index, ByteBuffer state) {
    var text = new StringBuilder("CPU#" + index + "\n");
    for (int i = 0; i < NAMES.length; i++) {
      text.append("%-3s=%016x ".formatted(NAMES[i], state.getLong(FIRST + i * Long.BYTES)));
    }
    text.append("HLT=0\n");
    for (int i = 0; i < 5; i++) {
      text.append("CR%d=%016x ".formatted(i, state.getLong(CONTROL + i * Long.BYTES)));
    }
    return text.append("EFER=%016x\n".formatted(LONG_MODE)).toString();
  }

  private static long padded(long length) {
    return (length + 3) & ~3L;
  }
}
