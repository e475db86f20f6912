// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Registers of an x86-64 processor, by name in small letters; those that are not known are 0.
public record Registers(Map<String, Long> values) {

  /// Order of `struct user_regs_struct`, arch/x86/include/asm/user_64.h of Linux.
  private static final List<String> ORDER =
      List.of(
          "r15",
          "r14",
          "r13",
          "r12",
          "rbp",
          "rbx",
          "r11",
          "r10",
          "r9",
          "r8",
          "rax",
          "rcx",
          "rdx",
          "rsi",
          "rdi",
          "orig_rax",
          "rip",
          "cs",
          "eflags",
          "rsp",
          "ss",
          "fs_base",
          "gs_base",
          "ds",
          "es",
          "fs",
          "gs");

  /// Bytes of `struct elf_prstatus`, include/linux/elfcore.h of Linux, on x86-64.
  private static final int STATUS = 336;

  private static final int PID_AT = 32;
  private static final int REGISTERS_AT = 112;
  private static final int MOST_CPUS = 256;
  private static final Pattern ONE = Pattern.compile("\\b(R[A-Z0-9]{1,2}) ?=([0-9a-f]{16})\\b");

  long get(String name) {
    return values.getOrDefault(name, 0L);
  }

  /// Of every vCPU, from the text of QEMU's `info registers -a`.
  static List<Registers> of(String text) {
    var all = new ArrayList<Registers>();
    for (var cpu : text.split("CPU#\\d+", MOST_CPUS)) {
      var values = new HashMap<String, Long>();
      var match = ONE.matcher(cpu);
      while (match.find()) {
        var name = match.group(1).toLowerCase(Locale.ROOT);
        values.putIfAbsent(name, Long.parseUnsignedLong(match.group(2), 16));
      }
      if (values.containsKey("rip")) {
        all.add(new Registers(Map.copyOf(values)));
      }
    }
    return List.copyOf(all);
  }

  /// As a core's note has them.
  ByteBuffer status(int thread) {
    var note = ByteBuffer.allocate(STATUS).order(ByteOrder.LITTLE_ENDIAN);
    note.putInt(PID_AT, thread);
    for (int i = 0; i < ORDER.size(); i++) {
      note.putLong(REGISTERS_AT + i * Long.BYTES, get(ORDER.get(i)));
    }
    return note;
  }
}
