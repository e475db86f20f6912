// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.nio.ByteBuffer;

/// Whether QEMU's `-kernel` can boot an ELF file, and why.
public record ElfBoot(boolean bootable, String why) {

  private static final int MULTIBOOT_MAGIC = 0x1BADB002;
  private static final int MULTIBOOT_ADDRESSES = 1 << 16;
  private static final long NONE = -1;

  /// @param head first bytes of the file, little-endian
  public static ElfBoot of(Elf elf, ByteBuffer head) {
    if (elf.segments().stream().noneMatch(s -> s.type() == Elf.PT_LOAD)) {
      return new ElfBoot(
          false, "an ELF file without anything to load, such as debug symbols alone");
    }
    return switch (elf.arch()) {
      case "x86_64", "i386" -> pc(elf, head);
      case "" -> new ElfBoot(false, "an ELF file for an unknown architecture");
      default -> new ElfBoot(true, "an ELF file with segments to load");
    };
  }

  private static ElfBoot pc(Elf elf, ByteBuffer head) {
    if (elf.pvhEntry().isPresent()) {
      return new ElfBoot(true, "an ELF file with a PVH note");
    }
    var flags = multibootFlags(head);
    if (flags == NONE) {
      return new ElfBoot(
          false, "an ELF file without a PVH note or a multiboot header, so -kernel cannot boot it");
    }
    if (elf.bits() == 32) {
      return new ElfBoot(true, "a 32-bit ELF file with a multiboot header");
    }
    return (flags & MULTIBOOT_ADDRESSES) != 0
        ? new ElfBoot(true, "a 64-bit ELF file with a multiboot header that carries addresses")
        : new ElfBoot(
            false,
            "a 64-bit ELF file whose multiboot header carries no addresses: wrap it by objcopy -O"
                + " elf32-i386");
  }

  /// The header is three words that add up to nothing. Multiboot specification 0.6.96, 3.1.
  private static long multibootFlags(ByteBuffer head) {
    for (var at = 0; at + 12 <= head.limit(); at += 4) {
      if (head.getInt(at) == MULTIBOOT_MAGIC
          && head.getInt(at) + head.getInt(at + 4) + head.getInt(at + 8) == 0) {
        return Integer.toUnsignedLong(head.getInt(at + 4));
      }
    }
    return NONE;
  }
}
