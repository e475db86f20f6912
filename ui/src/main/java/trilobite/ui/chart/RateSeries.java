// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.List;
import java.util.Optional;
import trilobite.model.time.Sample;
import trilobite.model.time.Series;
import trilobite.model.time.SeriesInfo;
import trilobite.model.time.Spans;
import trilobite.model.time.Timeline;

/// A counter as its rate a second. The rate between two samples stands at the later one, and the
/// extremes of the rate are kept however long the run, because they are taken at full resolution as
/// the counter grows.
///
/// A counter that falls was reset: that interval is counted from zero, so the rate is never
/// negative and never invented. Nothing is known across a gap.
///
/// One thread only: each call first takes in what the counter recorded since the last one.
public final class RateSeries implements Series {

  private static final int PAGE = 4096;

  private final Series counter;
  private final Timeline rates;
  private double seen = Double.NEGATIVE_INFINITY;
  private double before = Double.NaN;
  private long version = -1;

  public RateSeries(Series counter) {
    this.counter = counter;
    var info = counter.info();
    this.rates =
        new Timeline(new SeriesInfo(info.id() + ".rate", info.title(), info.unit() + "/s", false));
  }

  private Timeline caughtUp() {
    long now = counter.version();
    if (now != version) {
      version = now;
      List<Sample> page;
      do {
        page = counter.samples(Math.nextUp(seen), Double.MAX_VALUE, PAGE);
        page.forEach(this::take);
      } while (page.size() == PAGE);
    }
    return rates;
  }

  private void take(Sample sample) {
    double seconds = (sample.t() - seen) / 1000;
    if (Double.isNaN(sample.value())) {
      rates.gap(sample.t());
    } else if (!Double.isNaN(before) && seconds > 0) {
      double grown = sample.value() >= before ? sample.value() - before : sample.value();
      rates.add(sample.t(), grown / seconds);
    }
    before = sample.value();
    seen = Math.max(seen, sample.t());
  }

  @Override
  public SeriesInfo info() {
    return rates.info();
  }

  @Override
  public long version() {
    return counter.version();
  }

  @Override
  public Optional<Sample> latest() {
    return caughtUp().latest();
  }

  @Override
  public Optional<Sample> at(double t) {
    return caughtUp().at(t);
  }

  @Override
  public Spans spans(double from, double to, int columns) {
    return caughtUp().spans(from, to, columns);
  }

  @Override
  public List<Sample> samples(double from, double to, int most) {
    return caughtUp().samples(from, to, most);
  }
}
