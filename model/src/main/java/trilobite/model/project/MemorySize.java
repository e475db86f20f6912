// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An amount of memory as the project file and QEMU write it: `64M`, `1G`, `512K`; a bare number is
/// MiB, as with QEMU's `-m`.
public record MemorySize(long bytes) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*([KMGT]?)(?:I?B)?");

  private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");

  /// Reads a size; empty where the text is none.
  public static Optional<MemorySize> parse(String text) {
    var match = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!match.matches()) {
      return Optional.empty();
    }
    long unit =
        switch (match.group(2)) {
          case "K" -> 1L << 10;
          case "G" -> 1L << 30;
          case "T" -> 1L << 40;
          case String m -> 1L << 20;
        };
    long number = Long.parseLong(match.group(1));
    return number > Long.MAX_VALUE / unit
        ? Optional.empty()
        : Optional.of(new MemorySize(number * unit));
  }

  /// The shortest exact form that QEMU takes.
  public String qemu() {
    if (bytes % (1L << 30) == 0 && bytes > 0) {
      return (bytes >> 30) + "G";
    }
    return bytes % (1L << 20) == 0 ? (bytes >> 20) + "M" : (bytes >> 10) + "K";
  }

  /// For people who want no more than three digits, such as `2.3 MiB`.
  public String about() {
    if (bytes < 1_024) {
      return bytes + " bytes";
    }
    double rest = bytes / 1024.0;
    int unit = 0;
    // What would round to 1,024 is one of the next unit.
    while (rest >= 1023.95 && unit < UNITS.size() - 1) {
      rest /= 1024;
      unit++;
    }
    boolean whole = rest >= 99.95 || rest == Math.rint(rest);
    return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", rest, UNITS.get(unit));
  }

  /// For people, exactly, such as `64 MiB`.
  @Override
  public String toString() {
    if (bytes >= 1L << 30 && bytes % (1L << 30) == 0) {
      return (bytes >> 30) + " GiB";
    }
    return bytes >= 1L << 20 && bytes % (1L << 20) == 0
        ? (bytes >> 20) + " MiB"
        : (bytes >> 10) + " KiB";
  }
}
