// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A series in memory: every sample of the last ten minutes, then extremes a second for six hours,
/// then extremes of a coarser grain back to the first sample, however long the run. Spikes survive
/// at every grain; a gap does where it is at least half as long as the grain.
///
/// One thread writes; any threads read without locks and never hold it up. Memory grows with what
/// is recorded, up to about 20 MiB at 1 kHz.
public final class Timeline implements Series {

  /// Most columns that one call of [#spans] gives.
  public static final int MOST_COLUMNS = 8192;

  private static final double FULL_RATE_MILLIS = 600_000;
  private static final double FINE_MILLIS = 1_000;
  private static final int FINE_BUCKETS = 21_600;
  private static final double COARSE_MILLIS = 30_000;
  private static final int COARSE_BUCKETS = 16_384;

  private final SeriesInfo info;
  private final FullRate full;
  private final Tier fine;
  private final Tier coarse;
  private double newest = Double.NEGATIVE_INFINITY;
  private boolean inGap;
  private volatile Optional<Sample> latest = Optional.empty();
  private final AtomicLong version = new AtomicLong();

  public Timeline(SeriesInfo info) {
    this(info, FULL_RATE_MILLIS, FINE_BUCKETS, COARSE_BUCKETS);
  }

  Timeline(SeriesInfo info, double fullRateMillis, int fineBuckets, int coarseBuckets) {
    this.info = info;
    this.full = new FullRate(fullRateMillis);
    this.coarse = new Tier(COARSE_MILLIS, coarseBuckets, null);
    this.fine = new Tier(FINE_MILLIS, fineBuckets, coarse);
  }

  /// Records a sample. Writer thread only.
  ///
  /// @return false, with nothing recorded, for a time before the newest one or one that is no
  ///   number
  public boolean add(double t, double value) {
    if (Double.isNaN(value)) {
      return gap(t);
    }
    if (!accepts(t)) {
      return false;
    }
    inGap = false;
    makeRoom(t);
    // Finest first: where it ends a page, the next one must not have the new point yet.
    fine.add(t, value);
    coarse.add(t, value);
    full.add(t, value);
    newest = t;
    latest = Optional.of(new Sample(t, value));
    version.incrementAndGet();
    return true;
  }

  /// Records that nothing is known from `t` to the next sample. Writer thread only.
  public boolean gap(double t) {
    if (!accepts(t)) {
      return false;
    }
    if (!inGap) {
      inGap = true;
      makeRoom(t);
      fine.gap(t);
      coarse.gap(t);
      full.add(t, Double.NaN);
      newest = t;
      version.incrementAndGet();
    }
    return true;
  }

  private boolean accepts(double t) {
    return Double.isFinite(t) && t >= newest;
  }

  /// Makes the coarser copy readable before the end of the finer one: no reader finds neither.
  private void makeRoom(double t) {
    if (full.turnsPage()) {
      fine.cut();
      fine.reach(full.forgets(t));
    }
  }

  @Override
  public SeriesInfo info() {
    return info;
  }

  @Override
  public long version() {
    return version.get();
  }

  @Override
  public Optional<Sample> latest() {
    return latest;
  }

  @Override
  public Optional<Sample> at(double t) {
    var found = newestUpTo(t);
    return found.any && !Double.isNaN(found.value)
        ? Optional.of(new Sample(found.t, found.value))
        : Optional.empty();
  }

  private Newest newestUpTo(double t) {
    var found = new Newest();
    // Most questions are about a time just after a sample; longer walks answer the others.
    for (var back = 1_000.0; back < 1e15 && !found.any; back *= 16) {
      walk(t - back, t, found);
    }
    return found;
  }

  @Override
  public Spans spans(double from, double to, int columns) {
    if (!(to > from) || !Double.isFinite(to - from)) {
      return new Columns(from, from + 1, 1).spans();
    }
    var into = new Columns(from, to, Math.clamp(columns, 1, MOST_COLUMNS));
    var before = newestUpTo(Math.nextDown(from));
    if (before.any && Double.isNaN(before.value)) {
      into.at(from, Double.NaN);
    }
    walk(from, to, into);
    return into.spans();
  }

  @Override
  public List<Sample> samples(double from, double to, int most) {
    var out = new ArrayList<Sample>();
    if (most > 0) {
      walk(
          from,
          to,
          (t, value) -> {
            out.add(new Sample(t, value));
            return out.size() < most;
          });
    }
    return List.copyOf(out);
  }

  /// Each stretch of time from the finest tier that still has it, in order of time.
  private void walk(double from, double to, Walker walker) {
    var samples = full.snapshot();
    var seconds = fine.snapshot();
    var rest = coarse.snapshot();
    var samplesFrom = FullRate.start(samples);
    var secondsFrom = Math.min(Tier.start(seconds), samplesFrom);
    var goOn =
        from >= secondsFrom
            || Tier.walk(rest, from, Math.min(to, Math.nextDown(secondsFrom)), walker);
    goOn =
        goOn
            && (from >= samplesFrom
                || Tier.walk(
                    seconds,
                    Math.max(from, secondsFrom),
                    Math.min(to, Math.nextDown(samplesFrom)),
                    walker));
    if (goOn) {
      FullRate.walk(samples, from, to, walker);
    }
  }

  /// Remembers the last point of a walk.
  private static final class Newest implements Walker {
    private boolean any;
    private double t;
    private double value;

    @Override
    public boolean at(double t, double value) {
      this.any = true;
      this.t = t;
      this.value = value;
      return true;
    }
  }
}
