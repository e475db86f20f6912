// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

/// What is left of the samples of a stretch of time: the extremes and the last one, each at its own
/// time, and the gap that ended it, if one did.
///
/// @param gapAt begin of the gap that follows `lastAt`, NaN for none
record Bucket(
    double start,
    double min,
    double minAt,
    double max,
    double maxAt,
    double last,
    double lastAt,
    double gapAt) {

  static Bucket of(double t, double value) {
    return new Bucket(t, value, t, value, t, value, t, Double.NaN);
  }

  /// A gap before which nothing was measured.
  static Bucket ofGap(double t) {
    var none = Double.NaN;
    return new Bucket(t, none, t, none, t, none, t, t);
  }

  boolean gapped() {
    return !Double.isNaN(gapAt);
  }

  /// The newest time that this bucket tells about.
  double end() {
    return gapped() ? gapAt : lastAt;
  }

  Bucket gap(double t) {
    return new Bucket(start, min, minAt, max, maxAt, last, lastAt, t);
  }

  private Bucket from(double earlier) {
    return new Bucket(earlier, min, minAt, max, maxAt, last, lastAt, gapAt);
  }

  /// Both in one; a gap between them is shorter than the bucket and is not kept.
  Bucket and(Bucket later) {
    if (Double.isNaN(last)) {
      return later.from(start);
    }
    if (Double.isNaN(later.last)) {
      return gap(later.gapAt);
    }
    var keepMin = min <= later.min;
    var keepMax = max >= later.max;
    return new Bucket(
        start,
        keepMin ? min : later.min,
        keepMin ? minAt : later.minAt,
        keepMax ? max : later.max,
        keepMax ? maxAt : later.maxAt,
        later.last,
        later.lastAt,
        later.gapAt);
  }

  /// Hands over what is known between `from` and `to`, in order of time.
  boolean walk(double from, double to, Walker walker) {
    var minFirst = minAt <= maxAt;
    return point(minFirst ? minAt : maxAt, minFirst ? min : max, from, to, walker)
        && (minAt == maxAt
            || point(minFirst ? maxAt : minAt, minFirst ? max : min, from, to, walker))
        && (lastAt == minAt || lastAt == maxAt || point(lastAt, last, from, to, walker))
        && (!gapped() || inside(gapAt, from, to, walker, Double.NaN));
  }

  private static boolean point(double t, double v, double from, double to, Walker walker) {
    return Double.isNaN(v) || inside(t, from, to, walker, v);
  }

  private static boolean inside(double t, double from, double to, Walker walker, double value) {
    return t < from || t > to || walker.at(t, value);
  }
}
