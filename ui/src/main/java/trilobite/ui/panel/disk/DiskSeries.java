// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import trilobite.model.reading.Measured;
import trilobite.model.time.Series;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;
import trilobite.ui.chart.GraphSpec;
import trilobite.ui.chart.Quantity;
import trilobite.ui.chart.RateSeries;
import trilobite.ui.chart.Trace;

/// Requests and bytes a second of one run, all drives together. Keeps a rate for each counter, so
/// it belongs to one thread.
final class DiskSeries {

  private static final List<Vital> REQUESTS =
      List.of(Vital.DISK_READS, Vital.DISK_WRITES, Vital.DISK_FLUSHES);
  private static final List<Vital> BYTES = List.of(Vital.DISK_READ_BYTES, Vital.DISK_WRITTEN_BYTES);

  /// As Vitals draws what is read and written.
  private static final Map<Vital, Integer> COLOURS =
      Map.of(
          Vital.DISK_READS, 7,
          Vital.DISK_WRITES, 2,
          Vital.DISK_FLUSHES, 3,
          Vital.DISK_READ_BYTES, 7,
          Vital.DISK_WRITTEN_BYTES, 2);

  /// Without a run.
  static final GraphSpec NO_REQUESTS =
      spec("disk-requests", "Requests", Quantity.PER_SECOND, List.of());

  /// Without a run.
  static final GraphSpec NO_BYTES =
      spec("disk-bytes", "Bytes", Quantity.BYTES_PER_SECOND, List.of());

  private final Vitals vitals;
  private final Map<Vital, RateSeries> rates = new EnumMap<>(Vital.class);

  DiskSeries(Vitals vitals) {
    this.vitals = vitals;
  }

  GraphSpec requests() {
    return spec("disk-requests", "Requests", Quantity.PER_SECOND, traces(REQUESTS));
  }

  GraphSpec bytes() {
    return spec("disk-bytes", "Bytes", Quantity.BYTES_PER_SECOND, traces(BYTES));
  }

  private List<Trace> traces(List<Vital> wanted) {
    var series = vitals.series();
    var traces = new ArrayList<Trace>();
    for (var vital : wanted) {
      var found = Optional.ofNullable(series.get(vital));
      found.ifPresent(
          counter ->
              traces.add(
                  Trace.of(
                      vital.info().id(),
                      vital.info().title(),
                      rates.computeIfAbsent(vital, _ -> new RateSeries(counter)),
                      COLOURS.getOrDefault(vital, 0),
                      Trace.Style.BARS)));
    }
    return List.copyOf(traces);
  }

  private static GraphSpec spec(String id, String title, Quantity quantity, List<Trace> traces) {
    return new GraphSpec(
        id,
        title,
        "a second, all drives",
        quantity,
        0,
        traces,
        value -> sum(quantity, traces, value));
  }

  private static String sum(Quantity quantity, List<Trace> traces, ToDoubleFunction<String> value) {
    var known =
        traces.stream()
            .mapToDouble(trace -> value.applyAsDouble(trace.id()))
            .filter(Double::isFinite)
            .toArray();
    return known.length == 0 ? "" : quantity.text(Arrays.stream(known).sum());
  }

  /// Whose samples the cursor goes through by key.
  List<Series> samples() {
    return List.copyOf(rates.values());
  }

  /// Why a graph has nothing to draw, or nothing yet; empty where it has something.
  String notice(GraphSpec spec) {
    if (!spec.traces().isEmpty()) {
      return "";
    }
    var asked = spec.id().equals("disk-bytes") ? BYTES : REQUESTS;
    return vitals.latest(asked.getFirst()) instanceof Measured.Unknown<Double>(var reason)
        ? reason.why()
        : "No sample yet";
  }
}
