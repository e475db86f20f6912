// SPDX-License-Identifier: Apache-2.0
import java.util.Locale;

/// What a figure should reach.
///
/// @param limit the bound itself
/// @param margin what the bound leaves from the ideal; the interval must be narrower than half of it
record Target(Side side, double limit, double margin) {

  enum Side {
    AT_MOST,
    AT_LEAST
  }

  static Target atMost(double limit, double margin) {
    return new Target(Side.AT_MOST, limit, margin);
  }

  static Target atLeast(double limit, double margin) {
    return new Target(Side.AT_LEAST, limit, margin);
  }

  /// Is there enough to judge by?
  boolean narrow(Interval interval) {
    return interval.width() < margin / 2;
  }

  /// `held` or `missed` where all of a narrow interval says so; `inconclusive` otherwise.
  String verdict(Interval interval) {
    if (!narrow(interval)) {
      return "inconclusive";
    }
    boolean held =
        switch (side) {
          case AT_MOST -> interval.high() <= limit;
          case AT_LEAST -> interval.low() >= limit;
        };
    boolean missed =
        switch (side) {
          case AT_MOST -> interval.low() > limit;
          case AT_LEAST -> interval.high() < limit;
        };
    return held ? "held" : missed ? "missed" : "inconclusive";
  }

  @Override
  public String toString() {
    return (side == Side.AT_MOST ? "≤ " : "≥ ") + String.format(Locale.ROOT, "%.4g", limit);
  }
}
