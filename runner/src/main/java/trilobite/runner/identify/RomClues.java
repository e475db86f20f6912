// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.nio.ByteBuffer;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.runner.image.FileBytes;

/// Firmware without a header: a PC starts 16 bytes before the end of its ROM, others at its begin.
final class RomClues {

  private static final int GRAIN = 1 << 16;
  private static final int LARGEST = 16 << 20;

  private RomClues() {}

  /// A ROM for the PC: whole pages, and a jump where the processor starts.
  static boolean pc(FileBytes file, Clues clues) throws IOException {
    long size = file.size();
    if (size < GRAIN || size > LARGEST || size % GRAIN != 0) {
      return false;
    }
    var vector = file.from(size - 16, 16);
    boolean jumps = false;
    for (int i = 0; i < 4; i++) {
      int code = Byte.toUnsignedInt(vector.get(i));
      // Flags and cache may be set first: cli, cld, wbinvd.
      jumps |= code == 0xe9 || code == 0xea || code == 0xeb;
      if (code != 0xfa && code != 0xfc && code != 0x0f && code != 0x09 && code != 0x90) {
        break;
      }
    }
    if (jumps) {
      clues
          .is("rom", "a ROM for the PC: a jump stands where the processor starts")
          .arch("x86_64")
          .machine("pc")
          .boots(Boot.FIRMWARE, "a machine starts it in place of its firmware");
    }
    return jumps;
  }

  /// A boot loader that says who it is, for a machine that its first instruction tells.
  static void loader(ByteBuffer head, Kinds.Guess guess, Clues clues) {
    var arch = arch(head);
    clues.is("rom", "a boot loader as bare code").os(guess);
    if (arch.isEmpty()) {
      clues.bootsNot("its first instruction does not tell for which processor it is");
    } else {
      clues
          .arch(arch)
          .why("its first instruction is one of " + arch)
          .boots(Boot.FIRMWARE, "a machine starts it in place of its firmware");
    }
  }

  private static String arch(ByteBuffer head) {
    if (head.limit() < 8) {
      return "";
    }
    int first = head.getInt(0);
    if (first >>> 26 == 5) {
      return "aarch64"; // b
    }
    if (first >>> 24 == 0xea) {
      return "arm"; // b
    }
    // csrrs rd, mhartid or sscratch: what U-Boot and OpenSBI begin with.
    return (first & 0x7f) == 0x73 ? "riscv64" : "";
  }
}
