// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.Locale;

/// What kind of number a graph shows, and how it is written.
public enum Quantity {
  PERCENT(1000, 1),
  BYTES(1024, 5),
  BYTES_PER_SECOND(1024, 5),
  PER_SECOND(1000, 4),
  COUNT(1000, 4);

  private static final String[] BINARY = {" B", " KiB", " MiB", " GiB", " TiB"};
  private static final String[] DECIMAL = {"", " k", " M", " G"};

  private final double base;
  private final int powers;

  Quantity(double base, int powers) {
    this.base = base;
    this.powers = powers;
  }

  private String suffix(int power) {
    return switch (this) {
      case PERCENT -> " %";
      case BYTES -> BINARY[power];
      case BYTES_PER_SECOND -> BINARY[power] + "/s";
      case PER_SECOND -> DECIMAL[power] + "/s";
      case COUNT -> DECIMAL[power];
    };
  }

  /// True for amounts that are counted in powers of two.
  public boolean binary() {
    return base == 1024;
  }

  /// The quantity of a series by its unit, of its rate if it is a counter.
  public static Quantity of(String unit, boolean rate) {
    if (unit.startsWith("percent")) {
      return PERCENT;
    }
    if (unit.equals("bytes")) {
      return rate ? BYTES_PER_SECOND : BYTES;
    }
    return rate ? PER_SECOND : COUNT;
  }

  /// Three digits and a unit, such as `41.8 MiB`.
  public String text(double value) {
    int power = power(value);
    return number(value, power) + suffix(power);
  }

  /// Without needless digits, such as `64 MiB`: for limits that someone chose.
  public String round(double value) {
    return withUnit(tick(value, value), value);
  }

  /// A number that was written for `scale`, with its unit.
  String withUnit(String number, double scale) {
    return number + suffix(power(scale));
  }

  /// The number alone, in the unit that `scale` is shown in: for legends and grid lines.
  public String bare(double value, double scale) {
    return number(value, power(scale));
  }

  /// The unit that values around `scale` are shown in, such as `MiB`.
  public String unit(double scale) {
    return suffix(power(scale)).strip();
  }

  /// The prefix that values around `scale` are shown with, such as ` k`; empty for none.
  public String prefix(double scale) {
    return suffix(power(scale)).replace("/s", "");
  }

  /// All digits, for tooltips and tables.
  public String exact(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    var digits =
        value == Math.rint(value)
            ? String.format(Locale.ROOT, "%,.0f", value)
            : String.format(Locale.ROOT, "%,.2f", value);
    return digits + suffix(0);
  }

  private int power(double value) {
    int power = 0;
    double rest = Math.abs(value);
    while (power < powers - 1 && rest >= base * 0.9995) {
      rest /= base;
      power++;
    }
    return power;
  }

  private String number(double value, int power) {
    if (Double.isNaN(value)) {
      return "–";
    }
    double scaled = value / Math.pow(base, power);
    double size = Math.abs(scaled);
    if (size == 0 || size >= 99.95 || (scaled == Math.rint(scaled) && power == 0)) {
      return String.format(Locale.ROOT, "%.0f", scaled);
    }
    boolean coarse = this == PERCENT || size >= 9.995;
    return String.format(Locale.ROOT, coarse ? "%.1f" : "%.2f", scaled);
  }

  /// A number for a grid line, without needless zeros.
  public String tick(double value, double scale) {
    if (Double.isNaN(value)) {
      return "–";
    }
    double scaled = Math.abs(value) / Math.pow(base, power(scale));
    return scaled == Math.rint(scaled)
        ? String.format(Locale.ROOT, "%.0f", scaled)
        : String.format(Locale.ROOT, "%s", Math.round(scaled * 1000) / 1000.0);
  }
}
