// SPDX-License-Identifier: Apache-2.0
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures two sides in turn, A B B A, until their ratio is known well enough or time is up. What
/// drifts meanwhile, such as a machine that gets warm, meets both sides alike.
final class Pairs {

  private static final int FEWEST = 6;
  private static final boolean VERBOSE = System.getenv("BENCH_VERBOSE") != null;

  /// Whoever says how long it may take wants the narrowest interval that this time gives: it does
  /// not end as soon as the interval is narrow enough to judge by.
  private static final String ASKED = System.getenv().getOrDefault("BENCH_SECONDS", "");

  private final Target target;
  private final double seconds;
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();

  /// @param seconds after which no further pair begins, once the fewest were measured; where the
  ///   environment's `BENCH_SECONDS` says them, none is left out
  Pairs(Target target, double seconds) {
    this.target = target;
    this.seconds = seconds;
  }

  /// One measurement of one side.
  interface Side {
    double measure() throws Exception;
  }

  /// How long a figure may take; the environment's `BENCH_SECONDS` counts before the usual.
  static double patience(double usual) {
    return ASKED.isEmpty() ? usual : Double.parseDouble(ASKED);
  }

  Pairs run(Side one, Side other) throws Exception {
    return run(one, other, () -> {});
  }

  /// @param measured called after each pair
  Pairs run(Side one, Side other, Runnable measured) throws Exception {
    long until = System.nanoTime() + (long) (seconds * 1e9);
    while (ours.size() < FEWEST || (System.nanoTime() < until && !enough())) {
      if (ours.size() % 2 == 0) {
        ours.add(one.measure());
        theirs.add(other.measure());
      } else {
        theirs.add(other.measure());
        ours.add(one.measure());
      }
      measured.run();
      tell();
    }
    return this;
  }

  private boolean enough() {
    return ASKED.isEmpty() && ours.size() % 2 == 0 && target.narrow(interval());
  }

  private void tell() {
    if (VERBOSE) {
      System.err.printf(
          Locale.ROOT,
          "pair %d: %.4g %.4g, ratio so far %s%n",
          ours.size(),
          ours.getLast(),
          theirs.getLast(),
          interval());
    }
  }

  Interval interval() {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / theirs.get(i));
    }
    return Interval.ofRatios(ratios);
  }

  int count() {
    return ours.size();
  }

  double ourMedian() {
    return median(ours);
  }

  double theirMedian() {
    return median(theirs);
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
