// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Locale;
import java.util.OptionalDouble;
import trilobite.model.run.Accelerator;
import trilobite.model.run.RunStatus;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;

/// The figures above the threads: which guest, and its CPU, memory and network.
///
/// @param title such as `tidepool #12 running 0:52 tcg`
/// @param cpu percent of one host core
/// @param touched bytes of memory that the guest has touched
/// @param received packets a second towards the guest
record TopHead(
    String title,
    OptionalDouble cpu,
    OptionalDouble touched,
    OptionalDouble assigned,
    OptionalDouble received,
    OptionalDouble sent) {

  private static final double RATE_MILLIS = 2_000;

  static TopHead of(RunStatus status, Vitals vitals) {
    return new TopHead(
        "%s %s  %s  %s%s"
            .formatted(
                status.project(),
                status.id(),
                status
                    .verdict()
                    .map(v -> v.words())
                    .orElse(status.state().name().toLowerCase(Locale.ROOT)),
                time(vitals.now()),
                status.accelerator().map(Accelerator::name).map(a -> "  " + a).orElse("")),
        now(vitals, Vital.CPU),
        now(vitals, Vital.MEMORY_TOUCHED),
        now(vitals, Vital.MEMORY_ASSIGNED),
        rate(vitals, Vital.NET_RX_PACKETS),
        rate(vitals, Vital.NET_TX_PACKETS));
  }

  private static String time(double millis) {
    long seconds = (long) (millis / 1000);
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static OptionalDouble now(Vitals vitals, Vital vital) {
    return vitals.latest(vital).value().map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble rate(Vitals vitals, Vital vital) {
    var series = vitals.series().get(vital);
    if (series == null || series.latest().isEmpty()) {
      return OptionalDouble.empty();
    }
    var newest = series.latest().get();
    var before = series.at(newest.t() - RATE_MILLIS);
    return before.isEmpty() || newest.t() <= before.get().t()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            (newest.value() - before.get().value()) * 1000 / (newest.t() - before.get().t()));
  }
}
