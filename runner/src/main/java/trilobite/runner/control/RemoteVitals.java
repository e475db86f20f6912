// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import trilobite.model.reading.Measured;
import trilobite.model.time.Mark;
import trilobite.model.time.Series;
import trilobite.model.time.Timeline;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;

/// Timelines of a guest that another process samples, as far as they were fetched.
final class RemoteVitals implements Vitals {

  private final Map<Vital, Timeline> series = new ConcurrentHashMap<>();
  private volatile Map<Vital, Measured<Double>> latest = Map.of();
  private volatile List<Mark> marks = List.of();
  private volatile double now;

  /// What to ask for: the newest time that is here, for each series.
  synchronized ObjectNode since() {
    var since = Wire.JSON.createObjectNode();
    series.forEach(
        (vital, line) -> line.latest().ifPresent(sample -> since.put(vital.name(), sample.t())));
    return since;
  }

  /// Takes a page in. One page after another.
  synchronized void take(JsonNode page) throws IOException {
    for (var vital : Vital.values()) {
      var samples = VitalsWire.samples(page.path("series").path(vital.name()));
      if (!samples.isEmpty()) {
        var line = series.computeIfAbsent(vital, v -> new Timeline(v.info()));
        for (var sample : samples) {
          if (Double.isNaN(sample.value())) {
            line.gap(sample.t());
          } else {
            line.add(sample.t(), sample.value());
          }
        }
      }
    }
    latest = Map.copyOf(VitalsWire.latest(page));
    marks = List.copyOf(VitalsWire.marks(page));
    now = page.path("now").asDouble();
  }

  @Override
  public Map<Vital, Series> series() {
    return series.isEmpty() ? Map.of() : new EnumMap<Vital, Series>(series);
  }

  @Override
  public Map<Vital, Measured<Double>> latest() {
    return latest;
  }

  @Override
  public List<Mark> marks() {
    return marks;
  }

  @Override
  public double now() {
    return now;
  }
}
