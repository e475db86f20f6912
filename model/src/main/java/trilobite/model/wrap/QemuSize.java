// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// An amount of memory as QEMU's `-m` takes it: MiB where no unit is given, parts allowed with
/// units. Source: `util/cutils.c` (`do_strtosz`) and `hw/core/machine.c` of QEMU 7.2, which rounds
/// up to 8 KiB.
final class QemuSize {

  private static final long GRAIN = 8192;
  private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)([bkmgtp]?)");

  private QemuSize() {}

  /// Bytes; empty where the text is no such amount.
  static OptionalLong bytes(String text) {
    var match = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return OptionalLong.empty();
    }
    int shift =
        switch (match.group(2)) {
          case "b" -> 0;
          case "k" -> 10;
          case "g" -> 30;
          case "t" -> 40;
          case "p" -> 50;
          case String mega -> 20;
        };
    var exact = new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(1L << shift));
    if (exact.compareTo(BigDecimal.valueOf(1L << 52)) > 0) {
      return OptionalLong.empty();
    }
    long bytes = exact.setScale(0, RoundingMode.DOWN).longValueExact();
    return OptionalLong.of((bytes + GRAIN - 1) / GRAIN * GRAIN);
  }
}
