// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.util.regex.Pattern;

/// How a vCPU turns virtual addresses into physical ones.
///
/// @param mode what its control registers say
/// @param root physical address of the top table
public record Paging(Mode mode, long root) {

  /// The modes of an x86-64 processor. Intel SDM volume 3, 4.1.1.
  public enum Mode {
    OFF,
    /// 32-bit and PAE tables, which are not read.
    LEGACY,
    FOUR_LEVELS,
    FIVE_LEVELS
  }

  private static final long CR0_PG = 1L << 31;
  private static final long CR4_LA57 = 1L << 12;
  private static final long EFER_LMA = 1L << 10;
  private static final long TABLE = 0x000f_ffff_ffff_f000L;

  /// Reads the text of QEMU's `info registers`.
  ///
  /// @throws IllegalArgumentException where a register is missing
  public static Paging of(String registers) {
    var cr4 = register("CR4", registers);
    var root = register("CR3", registers) & TABLE;
    if ((register("CR0", registers) & CR0_PG) == 0) {
      return new Paging(Mode.OFF, 0);
    }
    if ((register("EFER", registers) & EFER_LMA) == 0) {
      return new Paging(Mode.LEGACY, root);
    }
    return new Paging((cr4 & CR4_LA57) == 0 ? Mode.FOUR_LEVELS : Mode.FIVE_LEVELS, root);
  }

  private static long register(String name, String text) {
    var match = Pattern.compile("\\b" + name + "=([0-9a-f]{1,16})\\b").matcher(text);
    if (!match.find()) {
      throw new IllegalArgumentException("QEMU's registers show no " + name);
    }
    return Long.parseUnsignedLong(match.group(1), 16);
  }
}
