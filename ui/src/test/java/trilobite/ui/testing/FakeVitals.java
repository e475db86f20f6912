// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.time.Mark;
import trilobite.model.time.Series;
import trilobite.model.time.Timeline;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;

/// Timelines that a test fills. Writes belong to one thread.
public final class FakeVitals implements Vitals {

  private final Map<Vital, Timeline> lines = new EnumMap<>(Vital.class);
  private final Map<Vital, Measured<Double>> latest = new EnumMap<>(Vital.class);
  private final List<Mark> marks = new ArrayList<>();
  private volatile double now;

  /// Records a sample; time moves on to it.
  public synchronized FakeVitals add(Vital vital, double t, double value) {
    lines.computeIfAbsent(vital, wanted -> new Timeline(wanted.info())).add(t, value);
    var source = new Source(Source.Kind.HOST_PROCESS, "a test");
    latest.put(vital, Measured.of(new Reading<>(value, source, Math.round(t), 40, 0)));
    now = Math.max(now, t);
    return this;
  }

  /// Says why a vital is not measured.
  public synchronized FakeVitals unknown(Vital vital, String why) {
    latest.put(vital, Measured.unknown(why));
    return this;
  }

  /// Records that nothing is known of a vital from `t` on.
  public synchronized FakeVitals gap(Vital vital, double t) {
    lines.computeIfAbsent(vital, wanted -> new Timeline(wanted.info())).gap(t);
    return this;
  }

  public synchronized FakeVitals mark(double t, Mark.Kind kind, String text) {
    marks.add(new Mark(t, kind, text));
    now = Math.max(now, t);
    return this;
  }

  public FakeVitals now(double t) {
    now = t;
    return this;
  }

  @Override
  public synchronized Map<Vital, Series> series() {
    return new EnumMap<>(lines);
  }

  @Override
  public synchronized Map<Vital, Measured<Double>> latest() {
    return new EnumMap<>(latest);
  }

  @Override
  public synchronized List<Mark> marks() {
    return List.copyOf(marks);
  }

  @Override
  public double now() {
    return now;
  }
}
