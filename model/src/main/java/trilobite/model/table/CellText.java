// SPDX-License-Identifier: Apache-2.0
package trilobite.model.table;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A table's value for people: what is not known is a dash, sizes and times get units that fit.
public final class CellText {
  private static final String NONE = "–";

  private CellText() {}

  /// @param unit of the raw value, such as `bytes`
  public static String of(Object value, String unit) {
    return switch (value) {
      case Optional<?> some -> some.map(inside -> of(inside, unit)).orElse(NONE);
      case OptionalDouble some -> some.isPresent() ? of(some.getAsDouble(), unit) : NONE;
      case OptionalLong some -> some.isPresent() ? of(some.getAsLong(), unit) : NONE;
      case OptionalInt some -> some.isPresent() ? of(some.getAsInt(), unit) : NONE;
      case Number number -> number(number, unit);
      case Object other -> oneLine(other.toString());
    };
  }

  private static String number(Number number, String unit) {
    return switch (unit) {
      case "bytes" -> size(number.longValue());
      case "bytes/s" -> size(number.longValue()) + "/s";
      case "address" -> "0x" + Long.toHexString(number.longValue());
      case "ns" -> time(number.doubleValue());
      case "%" -> String.format(Locale.ROOT, "%.1f", number.doubleValue());
      default -> number.toString();
    };
  }

  private static String size(long bytes) {
    return bytes < 10_240
        ? bytes + " B"
        : String.format(
            Locale.ROOT,
            bytes < 10L << 20 ? "%.1f KiB" : "%.1f MiB",
            bytes / (bytes < 10L << 20 ? 1024.0 : 1048576.0));
  }

  /// In a unit that fits: what took 12 µs did not take 0.0 ms.
  private static String time(double nanos) {
    if (nanos >= 1e9) {
      return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
    if (nanos >= 1e6 || nanos <= 0) {
      return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
    return nanos >= 1e3
        ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
        : String.format(Locale.ROOT, "%.0f ns", nanos);
  }

  /// A name with a line end in it must not become two rows.
  private static String oneLine(String text) {
    return text.replace("\n", "\\x0a").replace("\r", "\\x0d").replace("\t", "\\x09");
  }
}
