// SPDX-License-Identifier: Apache-2.0
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A mean or a median with its two-sided 95 % interval.
///
/// @param middle the mean or median; of ratios see [#ofRatios]
record Interval(double low, double middle, double high) {

  private static final double NORMAL = 1.959963985;

  /// With fewer no sum of ranks is rarer than 2.5 %.
  private static final int FEWEST_RANKS = 6;

  /// Of values that were measured one after the other, by Student's t.
  static Interval of(List<Double> values) {
    int n = values.size();
    double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    if (n < 2) {
      return new Interval(Double.NEGATIVE_INFINITY, mean, Double.POSITIVE_INFINITY);
    }
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double half = student(n - 1) * Math.sqrt(squares / (n - 1) / n);
    return new Interval(mean - half, mean, mean + half);
  }

  /// Of a median, by its order statistics and the binomial distribution's normal approximation,
  /// whatever the values are distributed like: what stood still for a while on a busy host is one
  /// value like others.
  static Interval ofMedian(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int n = sorted.size();
    int rank = (int) Math.floor((n - NORMAL * Math.sqrt(n)) / 2);
    double middle = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    return rank < 1
        ? new Interval(Double.NEGATIVE_INFINITY, middle, Double.POSITIVE_INFINITY)
        : new Interval(sorted.get(rank - 1), middle, sorted.get(n - rank));
  }

  /// Of ratios, on their logarithms: 2 and 1/2 are equally far from 1. By Student's t for a few;
  /// otherwise the Hodges-Lehmann estimate with the interval of Wilcoxon's signed ranks, which
  /// holds whatever the ratios are distributed like: a host that stands still for half a second
  /// makes one pair of hundred-millisecond launches say 5, and by the mean of them all it would say
  /// nothing else for hours. Source: Hollander and Wolfe, Nonparametric Statistical Methods, 3.2
  /// and 3.3.
  static Interval ofRatios(List<Double> ratios) {
    var logs = ratios.stream().map(Math::log).toList();
    var interval = logs.size() < FEWEST_RANKS ? of(logs) : ofRanks(logs);
    return new Interval(Math.exp(interval.low), Math.exp(interval.middle), Math.exp(interval.high));
  }

  private static Interval ofRanks(List<Double> values) {
    int n = values.size();
    var means = new double[n * (n + 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        means[at++] = (values.get(i) + values.get(j)) / 2;
      }
    }
    Arrays.sort(means);
    int outside = outside(n);
    double middle = (means[(at - 1) / 2] + means[at / 2]) / 2;
    return new Interval(means[outside], middle, means[at - 1 - outside]);
  }

  /// How many of the sorted means of pairs lie outside the interval on either side: the largest sum
  /// of signed ranks that is rarer than 2.5 %, by the normal approximation with its correction.
  static int outside(int n) {
    double deviation = Math.sqrt(n * (n + 1.0) * (2 * n + 1) / 24);
    return (int) Math.max(0, Math.floor(n * (n + 1.0) / 4 - 0.5 - NORMAL * deviation));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4g (95 %% interval %.4g to %.4g)", middle, low, high);
  }

  double width() {
    return high - low;
  }

  /// The 97.5 % point of Student's t. Source: Abramowitz and Stegun, 26.7.5, four terms; exact for
  /// one and two degrees of freedom, where the series is poor.
  static double student(int freedom) {
    if (freedom == 1) {
      return 12.70620474;
    }
    if (freedom == 2) {
      return 4.30265273;
    }
    double x = NORMAL;
    double x3 = x * x * x;
    double x5 = x3 * x * x;
    double x7 = x5 * x * x;
    double x9 = x7 * x * x;
    double n = freedom;
    return x
        + (x3 + x) / 4 / n
        + (5 * x5 + 16 * x3 + 3 * x) / 96 / (n * n)
        + (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / 384 / Math.pow(n, 3)
        + (79 * x9 + 776 * x7 + 1482 * x5 - 1920 * x3 - 945 * x) / 92160 / Math.pow(n, 4);
  }
}
