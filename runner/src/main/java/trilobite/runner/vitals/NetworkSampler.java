// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import trilobite.model.reading.Source;
import trilobite.model.vitals.Vital;
import trilobite.runner.relay.RelayCounters;

/// Frames of the guest, each counted once.
///
/// @param source who counts them
/// @param none why there are none
record NetworkSampler(Supplier<Optional<RelayCounters>> counters, Source source, String none)
    implements Sampler {

  @Override
  public Set<Vital> vitals() {
    return Set.of(
        Vital.NET_RX_PACKETS,
        Vital.NET_TX_PACKETS,
        Vital.NET_RX_BYTES,
        Vital.NET_TX_BYTES,
        Vital.NET_DROPS);
  }

  @Override
  public List<Figure> sample() throws IOException {
    var now = counters.get();
    if (now.isEmpty()) {
      throw new IOException(none);
    }
    var seen = now.get();
    return List.of(
        new Figure(Vital.NET_RX_PACKETS, seen.rxPackets(), source),
        new Figure(Vital.NET_TX_PACKETS, seen.txPackets(), source),
        new Figure(Vital.NET_RX_BYTES, seen.rxBytes(), source),
        new Figure(Vital.NET_TX_BYTES, seen.txBytes(), source),
        new Figure(Vital.NET_DROPS, seen.drops(), source));
  }
}
