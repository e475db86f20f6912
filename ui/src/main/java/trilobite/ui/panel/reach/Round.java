// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;
import trilobite.model.reach.Answer;
import trilobite.model.reach.Diagnosis.Asked;
import trilobite.model.reach.Probe;
import trilobite.model.reading.Measured;

/// Probes of all kinds, asked one after another.
///
/// @param listeners of the guest, where they can be seen
/// @param why the guest could not be asked at all
record Round(List<Asked> asked, List<ListenerRow> listeners, Optional<String> why) {

  /// Blocks up to a second for each that is not answered.
  static Round of(LiveGuest guest, int sequence, List<Integer> ports) {
    var probes = new ArrayList<Probe>(List.of(new Probe.Arp(), new Probe.Echo(sequence)));
    for (int port : ports) {
      probes.add(new Probe.Connect(port));
      guest.status().forwards().stream()
          .filter(one -> one.proto().equals("tcp") && one.guestPort() == port)
          .findFirst()
          .ifPresent(_ -> probes.add(new Probe.Forward(port)));
    }
    var asked = new ArrayList<Asked>();
    for (var probe : probes) {
      switch (guest.reach().ask(probe)) {
        case Measured.Known<Answer>(var reading) -> asked.add(new Asked(probe, reading.value()));
        case Measured.Unknown<Answer>(var reason) -> {
          return new Round(List.of(), List.of(), Optional.of(reason.why()));
        }
      }
    }
    var listeners =
        ports.isEmpty()
            ? List.<ListenerRow>of()
            : guest.eyes().see(Views.LISTENERS).value().map(Listing::rows).orElse(List.of());
    return new Round(List.copyOf(asked), listeners, Optional.empty());
  }
}
