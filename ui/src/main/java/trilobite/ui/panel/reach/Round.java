// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.reach.Answer;
import trilobite.model.reach.Diagnosis.Asked;
import trilobite.model.reach.Probe;
import trilobite.model.reach.Reach;
import trilobite.model.reading.Measured;

/// Probes of all kinds, asked one after another.
///
/// @param why the guest could not be asked at all
record Round(List<Asked> asked, Optional<String> why) {

  /// Blocks up to a second for each that is not answered.
  static Round of(Reach reach, int sequence, List<Integer> ports) {
    var probes = new ArrayList<Probe>(List.of(new Probe.Arp(), new Probe.Echo(sequence)));
    ports.forEach(port -> probes.add(new Probe.Connect(port)));
    var asked = new ArrayList<Asked>();
    for (var probe : probes) {
      switch (reach.ask(probe)) {
        case Measured.Known<Answer>(var reading) -> asked.add(new Asked(probe, reading.value()));
        case Measured.Unknown<Answer>(var reason) -> {
          return new Round(List.of(), Optional.of(reason.why()));
        }
      }
    }
    return new Round(List.copyOf(asked), Optional.empty());
  }
}
