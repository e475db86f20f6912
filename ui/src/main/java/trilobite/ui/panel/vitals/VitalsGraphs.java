// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import trilobite.model.time.Series;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;
import trilobite.ui.chart.GraphSpec;
import trilobite.ui.chart.Quantity;
import trilobite.ui.chart.RateSeries;
import trilobite.ui.chart.Trace;
import trilobite.ui.chart.Trace.Style;

/// Turns the vitals of one run into graphs. Keeps a rate for each counter, so it belongs to one
/// thread.
final class VitalsGraphs {

  private static final int BLUE = 1;
  private static final int AMBER = 2;
  private static final int AQUA = 3;
  private static final int PINK = 4;
  private static final int LILAC = 7;

  private final Vitals vitals;
  private final boolean brief;
  private final Map<Vital, RateSeries> rates = new EnumMap<>(Vital.class);
  private Map<Vital, Series> series = Map.of();

  /// @param brief shorter words, for sparklines
  VitalsGraphs(Vitals vitals, boolean brief) {
    this.vitals = vitals;
    this.brief = brief;
  }

  /// One graph for each subject that the guest has, or that should be there and cannot be measured.
  List<GraphSpec> graphs() {
    series = vitals.series();
    var graphs = new ArrayList<GraphSpec>();
    graphs.add(cpu());
    graphs.add(memory());
    graphs.add(network());
    if (Subject.DISK.vitals().stream().anyMatch(series::containsKey)) {
      graphs.add(disk());
    }
    return graphs;
  }

  private GraphSpec cpu() {
    var traces = new ArrayList<Trace>();
    plain(Vital.CPU, "vCPUs", BLUE, Style.AREA).ifPresent(traces::add);
    return new GraphSpec(
        Subject.CPU.id(),
        "CPU",
        brief ? "of one host core" : "% of one host core",
        Quantity.PERCENT,
        100,
        traces,
        value -> headline(Quantity.PERCENT, value.applyAsDouble(Vital.CPU.info().id())));
  }

  private GraphSpec memory() {
    var traces = new ArrayList<Trace>();
    plain(Vital.MEMORY_ASSIGNED, "assigned", 0, Style.LIMIT).ifPresent(traces::add);
    plain(Vital.MEMORY_TOUCHED, "touched on host", BLUE, Style.AREA).ifPresent(traces::add);
    plain(Vital.HEAP_USED, "guest heap used", AQUA, Style.AREA).ifPresent(traces::add);
    return new GraphSpec(
        Subject.MEMORY.id(),
        "Memory",
        brief ? "touched on host" : "",
        Quantity.BYTES,
        0,
        traces,
        brief
            ? value ->
                headline(Quantity.BYTES, value.applyAsDouble(Vital.MEMORY_TOUCHED.info().id()))
            : VitalsGraphs::memoryNow);
  }

  private static String memoryNow(ToDoubleFunction<String> value) {
    double touched = value.applyAsDouble(Vital.MEMORY_TOUCHED.info().id());
    double assigned = value.applyAsDouble(Vital.MEMORY_ASSIGNED.info().id());
    if (Double.isNaN(touched) || Double.isNaN(assigned)) {
      return headline(Quantity.BYTES, Double.isNaN(touched) ? assigned : touched);
    }
    return Quantity.BYTES.bare(touched, assigned) + " of " + Quantity.BYTES.round(assigned);
  }

  private GraphSpec network() {
    var traces = new ArrayList<Trace>();
    rate(Vital.NET_RX_PACKETS, "received", BLUE, Style.AREA)
        .map(trace -> withBytes(trace, Vital.NET_RX_BYTES))
        .ifPresent(traces::add);
    rate(Vital.NET_TX_PACKETS, "sent", PINK, Style.AREA)
        .map(trace -> withBytes(trace, Vital.NET_TX_BYTES).mirrored())
        .ifPresent(traces::add);
    if (!traces.isEmpty()) {
      plain(Vital.NET_DROPS, "dropped", 0, Style.EVENTS).ifPresent(traces::add);
    }
    return new GraphSpec(
        Subject.NETWORK.id(),
        "Network",
        brief ? "packets, both ways" : "packets/s",
        Quantity.PER_SECOND,
        0,
        traces,
        value -> sum(Quantity.PER_SECOND, value, Vital.NET_RX_PACKETS, Vital.NET_TX_PACKETS));
  }

  private GraphSpec disk() {
    var traces = new ArrayList<Trace>();
    rate(Vital.DISK_READ_BYTES, "read", LILAC, Style.BARS).ifPresent(traces::add);
    rate(Vital.DISK_WRITTEN_BYTES, "written", AMBER, Style.BARS).ifPresent(traces::add);
    return new GraphSpec(
        Subject.DISK.id(),
        "Disk",
        brief ? "read and written" : "bytes/s",
        Quantity.BYTES_PER_SECOND,
        0,
        traces,
        value ->
            sum(Quantity.BYTES_PER_SECOND, value, Vital.DISK_READ_BYTES, Vital.DISK_WRITTEN_BYTES));
  }

  private Optional<Trace> plain(Vital vital, String title, int colour, Style style) {
    return Optional.ofNullable(series.get(vital))
        .map(found -> Trace.of(vital.info().id(), title, found, colour, style));
  }

  private Optional<Trace> rate(Vital vital, String title, int colour, Style style) {
    return rateOf(vital).map(found -> Trace.of(vital.info().id(), title, found, colour, style));
  }

  private Optional<Series> rateOf(Vital vital) {
    return Optional.ofNullable(series.get(vital))
        .map(found -> rates.computeIfAbsent(vital, _ -> new RateSeries(found)));
  }

  private Trace withBytes(Trace trace, Vital bytes) {
    return rateOf(bytes).map(found -> trace.with(found, Quantity.BYTES_PER_SECOND)).orElse(trace);
  }

  private static String headline(Quantity quantity, double value) {
    return Double.isNaN(value) ? "" : quantity.text(value);
  }

  private static String sum(
      Quantity quantity, ToDoubleFunction<String> value, Vital one, Vital other) {
    double first = value.applyAsDouble(one.info().id());
    double second = value.applyAsDouble(other.info().id());
    if (Double.isNaN(first) && Double.isNaN(second)) {
      return "";
    }
    return quantity.text((Double.isNaN(first) ? 0 : first) + (Double.isNaN(second) ? 0 : second));
  }
}
