// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.util.List;
import java.util.Optional;

/// What an ELF file says of itself. Layout: System V ABI, chapter 4 and 5.
///
/// @param bits 32 or 64
/// @param type 1 object, 2 executable, 3 shared object or position independent, 4 core
/// @param system the ABI byte of its begin, such as 255 for a standalone program
/// @param machine the ABI's number, such as 62 for x86-64
/// @param buildId of the GNU note, in hex
/// @param pvhEntry address of the PVH note, by which QEMU's `-kernel` boots it
public record Elf(
    int bits,
    int type,
    int system,
    int machine,
    long entry,
    List<Segment> segments,
    List<Section> sections,
    Optional<String> buildId,
    Optional<Long> pvhEntry) {

  public static final int PT_LOAD = 1;
  public static final int PT_INTERP = 3;
  public static final int PT_NOTE = 4;
  public static final int SHT_SYMTAB = 2;
  public static final int SHT_NOTE = 7;
  public static final int SHT_NOBITS = 8;

  /// @param fileSize bytes in the file, at `offset`
  public record Segment(
      int type, long offset, long virtual, long physical, long fileSize, long memorySize) {}

  /// @param name empty where the file has no names for its sections
  /// @param link index of a related section, such as the names of a symbol table
  public record Section(
      String name, int type, long address, long offset, long size, int link, long entrySize) {}

  /// Name of the architecture as QEMU's binaries spell it; empty for one we do not know.
  public String arch() {
    return switch (machine) {
      case 3 -> "i386";
      case 8 -> bits == 64 ? "mips64" : "mips";
      case 20 -> "ppc";
      case 21 -> "ppc64";
      case 22 -> "s390x";
      case 40 -> "arm";
      case 62 -> "x86_64";
      case 183 -> "aarch64";
      case 243 -> bits == 64 ? "riscv64" : "riscv32";
      case 258 -> "loongarch64";
      default -> "";
    };
  }
}
