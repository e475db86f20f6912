// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import trilobite.model.project.MemorySize;
import trilobite.model.reading.Measured;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;

/// The last minute of one figure of a guest, for a sparkline.
///
/// @param values oldest first; none where nothing is measured
/// @param text the newest, or `–`
/// @param why it is not measured; empty where it is
record Trend(List<Double> values, String text, String why) {

  private static final double SPAN_MILLIS = 60_000;

  /// More than are sampled in a minute: the oldest come first, and the newest must be among them.
  private static final int MOST = 240;

  static Trend cpu(Vitals vitals) {
    return of(vitals, Vital.CPU, value -> Math.round(value) + " %");
  }

  static Trend memory(Vitals vitals) {
    return of(vitals, Vital.MEMORY_TOUCHED, Trend::bytes);
  }

  /// Bytes a second, both ways.
  static Trend network(Vitals vitals) {
    var received = rates(vitals, Vital.NET_RX_BYTES);
    var sent = rates(vitals, Vital.NET_TX_BYTES);
    var sum = new ArrayList<Double>();
    for (int i = 0; i < Math.min(received.size(), sent.size()); i++) {
      sum.add(received.get(i) + sent.get(i));
    }
    return sum.isEmpty()
        ? new Trend(List.of(), "–", why(vitals, Vital.NET_RX_BYTES))
        : new Trend(List.copyOf(sum), bytes(sum.getLast()) + "/s", "");
  }

  private static String bytes(double value) {
    return value < 1024
        ? String.format(Locale.ROOT, "%.0f B", value)
        : new MemorySize(Math.round(value)).about();
  }

  @FunctionalInterface
  private interface Words {
    String of(double value);
  }

  private static Trend of(Vitals vitals, Vital vital, Words words) {
    var series = vitals.series().get(vital);
    if (series == null) {
      return new Trend(List.of(), "–", why(vitals, vital));
    }
    double now = vitals.now();
    var values =
        series.samples(now - SPAN_MILLIS, now, MOST).stream()
            .map(sample -> sample.value())
            .filter(Double::isFinite)
            .toList();
    return values.isEmpty()
        ? new Trend(values, "–", why(vitals, vital))
        : new Trend(values, words.of(values.getLast()), "");
  }

  private static List<Double> rates(Vitals vitals, Vital vital) {
    var series = vitals.series().get(vital);
    var rates = new ArrayList<Double>();
    if (series != null) {
      double now = vitals.now();
      var samples = series.samples(now - SPAN_MILLIS, now, MOST);
      for (int i = 1; i < samples.size(); i++) {
        var before = samples.get(i - 1);
        var after = samples.get(i);
        double rate = 1000 * (after.value() - before.value()) / (after.t() - before.t());
        if (Double.isFinite(rate)) {
          rates.add(Math.max(0, rate));
        }
      }
    }
    return rates;
  }

  private static String why(Vitals vitals, Vital vital) {
    return vitals.latest(vital) instanceof Measured.Unknown<Double>(var reason)
        ? reason.why()
        : "not sampled yet";
  }
}
