// SPDX-License-Identifier: Apache-2.0
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Holds the bench's judgement to numbers from tables and to cases that must not pass. Started with
/// the compiled benchmarks on its class path by `bench-judges`.
final class IntervalCheck {

  private static int wrong;

  private IntervalCheck() {}

  public static void main(String[] args) {
    // Student's t, two-sided 95 %, from the usual tables.
    near("t(2)", Interval.student(2), 4.3027, 0.0001);
    near("t(5)", Interval.student(5), 2.5706, 0.002);
    near("t(9)", Interval.student(9), 2.2622, 0.001);
    near("t(30)", Interval.student(30), 2.0423, 0.001);
    // Mean 3, deviation 1.5811, five values: 3 ± 2.7764 · 0.7071.
    near("low of 1…5", Interval.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0)).low(), 1.0367, 0.01);
    near(
        "a ratio and its inverse",
        Interval.ofRatios(List.of(2.0, 0.5, 2.0, 0.5)).middle(),
        1,
        1e-9);
    // Critical sums of Wilcoxon's signed ranks, two-sided 95 %: 0, 2, 8, 52, 434 of the usual
    // tables.
    near("W of 6", Interval.outside(6), 0, 0);
    near("W of 7", Interval.outside(7), 2, 1);
    near("W of 10", Interval.outside(10), 8, 1);
    near("W of 20", Interval.outside(20), 52, 1);
    near("W of 50", Interval.outside(50), 434, 1);
    var even = new ArrayList<>(Collections.nCopies(10, 1.1));
    even.addAll(Collections.nCopies(10, 1 / 1.1));
    near("ratios about 1", Interval.ofRatios(even).middle(), 1, 1e-9);
    even.add(500.0);
    near("with one that stood still", Interval.ofRatios(even).middle(), 1, 0.03);
    says("inconclusive", Target.atMost(1.5, 0.5), Interval.ofRatios(List.of(1.0, 2.0, 1.0, 2.0)));
    // Twenty values: from the fifth to the sixteenth.
    var twenty = java.util.stream.IntStream.rangeClosed(1, 20).mapToObj(i -> (double) i).toList();
    near("low of a median", Interval.ofMedian(twenty).low(), 5, 0);
    near("high of a median", Interval.ofMedian(twenty).high(), 16, 0);
    near("a median", Interval.ofMedian(twenty).middle(), 10.5, 0);
    says("inconclusive", Target.atMost(1, 1), Interval.ofMedian(List.of(0.5, 0.5, 0.5)));

    var most = Target.atMost(1.10, 0.10);
    says("held", most, new Interval(1.02, 1.04, 1.06));
    says("missed", most, new Interval(1.12, 1.14, 1.16));
    says("inconclusive", most, new Interval(1.08, 1.10, 1.12));
    says("inconclusive", most, new Interval(1.00, 1.04, 1.08));
    var least = Target.atLeast(0.97, 0.03);
    says("held", least, new Interval(0.98, 0.985, 0.99));
    says("missed", least, new Interval(0.94, 0.945, 0.95));
    says("inconclusive", least, Interval.of(List.of(1.0)));
    System.out.println("bench-judges: " + wrong + " wrong");
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static void near(String what, double is, double wanted, double within) {
    if (!(Math.abs(is - wanted) <= within)) {
      wrong++;
      System.out.println(what + " is " + is + ", not " + wanted);
    }
  }

  private static void says(String wanted, Target target, Interval interval) {
    if (!target.verdict(interval).equals(wanted)) {
      wrong++;
      System.out.println(target + " of " + interval + " is not called " + wanted);
    }
  }
}
