// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.runner.image.FileBytes;

/// Kernels in Linux's own boot formats. Layouts: kernel 6.1 `Documentation/x86/boot.rst`,
/// `Documentation/arm64/booting.rst`, `Documentation/riscv/boot-image-header.rst`.
final class LinuxClues {

  private static final int HEADER = 0x202;
  private static final int HDRS = 0x53726448;
  private static final int ARM64 = 0x644d5241;
  private static final int RISCV = 0x05435352;
  private static final int LONGEST_VERSION = 120;

  private LinuxClues() {}

  /// Adds what the header says; false where it is none of the three.
  static boolean look(FileBytes file, ByteBuffer head, Clues clues, Kinds kinds)
      throws IOException {
    if (word(head, HEADER) == HDRS) {
      bzImage(file, head, clues, kinds);
      return true;
    }
    return other(head, clues);
  }

  /// The formats that other architectures have.
  static boolean other(ByteBuffer head, Clues clues) {
    if (word(head, 56) == ARM64) {
      clues
          .is("image", "a kernel in Linux's boot format for 64-bit ARM")
          .arch("aarch64")
          .boots(Boot.KERNEL, "its header says where it is loaded, and -kernel boots it");
      return true;
    }
    if (word(head, 56) == RISCV) {
      clues
          .is("image", "a kernel in Linux's boot format for RISC-V")
          .arch("riscv64")
          .boots(Boot.KERNEL, "its header says where it is loaded, and -kernel boots it");
      return true;
    }
    return false;
  }

  private static void bzImage(FileBytes file, ByteBuffer head, Clues clues, Kinds kinds)
      throws IOException {
    var protocol = half(head, 0x206);
    boolean wide = protocol >= 0x20c && (word(head, 0x236) & 1) != 0;
    boolean high = protocol >= 0x200 && head.limit() > 0x211 && (head.get(0x211) & 1) != 0;
    clues
        .is(
            high ? "bzImage" : "zImage",
            "a kernel for the PC in Linux's boot format, protocol %d.%02d"
                .formatted(protocol >> 8, protocol & 0xff))
        .arch(wide ? "x86_64" : "i386");
    int sectors = Byte.toUnsignedInt(head.get(0x1f1));
    long real = (sectors == 0 ? 4 : sectors) + 1L;
    if (file.size() <= real * 512) {
      clues.bootsNot("it is cut: the setup code alone needs " + real * 512 + " bytes");
      return;
    }
    clues.boots(Boot.KERNEL, "-kernel boots this format");
    version(file, head, clues, kinds);
    var name = clues.file().getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".lkrn")) {
      kinds.named("ipxe", "", "its name ends in .lkrn").ifPresent(clues::os);
    }
  }

  private static void version(FileBytes file, ByteBuffer head, Clues clues, Kinds kinds)
      throws IOException {
    int at = half(head, 0x20e);
    if (half(head, 0x206) < 0x200 || at == 0) {
      return;
    }
    var bytes = file.from(at + 0x200L, LONGEST_VERSION);
    var text = StandardCharsets.ISO_8859_1.decode(bytes).toString();
    int end = text.indexOf('\0');
    var version = text.substring(0, Math.max(end, 0));
    if (!version.isEmpty() && version.matches("\\p{Print}+")) {
      clues.why("it calls its version “" + version + "”");
      if (version.matches("\\d+\\.\\d+.*\\) #\\d+ .*")) {
        var number = version.substring(0, version.indexOf(' '));
        kinds.named("linux", number, "its version reads like one of it").ifPresent(clues::os);
      }
    }
  }

  private static int half(ByteBuffer head, int at) {
    return at + 2 <= head.limit() ? Short.toUnsignedInt(head.getShort(at)) : 0;
  }

  private static int word(ByteBuffer head, int at) {
    return at + 4 <= head.limit() ? head.getInt(at) : 0;
  }
}
