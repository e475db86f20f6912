// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the samplers in turn, again and again, on the thread that runs it. Each sample carries the
/// time at which it was really taken, so lateness never bends a graph.
///
/// A sampler that fails loses its own value only. One that turns out to be slow is asked less
/// often, so that none takes more than 2 % of a core. While the guest is paused, and after a time
/// in which this process did not run, the timelines get a gap.
final class SamplingLoop {

  private static final Logger LOG = LoggerFactory.getLogger(SamplingLoop.class);
  private static final int COST_FACTOR = 50;

  private final LiveVitals vitals;
  private final List<Slot> slots;
  private final RunTime time;
  private final BooleanSupplier paused;
  private final double period;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile SamplingCost cost = SamplingCost.NONE;
  private double last = Double.NaN;
  private boolean inPause;

  /// A sampler and when to ask it next.
  private static final class Slot {
    final Sampler sampler;
    double due = Double.NEGATIVE_INFINITY;
    long before;

    Slot(Sampler sampler) {
      this.sampler = sampler;
    }
  }

  /// @param period wished time between two samples, in ms
  SamplingLoop(
      LiveVitals vitals,
      List<Sampler> samplers,
      RunTime time,
      BooleanSupplier paused,
      double period) {
    this.vitals = vitals;
    this.slots = samplers.stream().map(Slot::new).toList();
    this.time = time;
    this.paused = paused;
    this.period = period;
  }

  /// Samples until [#stop()], and once more then.
  void run() throws InterruptedException {
    var next = time.now();
    var go = true;
    while (go) {
      round();
      // Rounds that were missed are not made up for.
      next = Math.max(next + period, time.now());
      go = !stop.await(micros(next - time.now()), TimeUnit.MICROSECONDS);
    }
    slots.forEach(slot -> slot.due = Double.NEGATIVE_INFINITY);
    round();
    LOG.debug("sampling took {}", cost);
  }

  private static long micros(double millis) {
    return Math.max(0, Math.round(millis * 1000));
  }

  void stop() {
    stop.countDown();
  }

  /// What all sampling took so far.
  SamplingCost cost() {
    return cost;
  }

  /// One round of all samplers that are due.
  void round() {
    var now = time.now();
    if (paused.getAsBoolean()) {
      if (!inPause) {
        vitals.gap(now);
      }
      inPause = true;
      return;
    }
    if (!inPause && now - last > 3 * period + 1_000) {
      vitals.gap(last + period);
    }
    inPause = false;
    last = now;
    for (var slot : slots) {
      if (now >= slot.due) {
        ask(slot);
      }
    }
  }

  private void ask(Slot slot) {
    var begin = time.nanos().getAsLong();
    try {
      var figures = slot.sampler.sample();
      var taken = time.nanos().getAsLong();
      var micros = (taken - begin + 999) / 1000;
      var t = time.clock().millisAt(taken);
      figures.forEach(figure -> vitals.record(figure, t, micros));
    } catch (IOException | RuntimeException e) {
      vitals.fail(slot.sampler.vitals(), time.now(), why(e));
    }
    var nanos = time.nanos().getAsLong() - begin;
    cost = cost.and(nanos);
    // A host that was busy for a moment makes no sampler slow: it is so if it was so twice.
    var usual = Math.min(nanos, slot.before);
    slot.before = nanos;
    // A little before the next round, lest a round that comes early by a hair is skipped.
    slot.due = time.now() + Math.max(period * 0.5, usual / 1e6 * COST_FACTOR - period * 0.5);
  }

  private static String why(Exception problem) {
    var message = problem.getMessage();
    return message == null || message.isEmpty() ? problem.toString() : message;
  }
}
