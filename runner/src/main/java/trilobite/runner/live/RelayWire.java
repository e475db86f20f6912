// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import trilobite.model.reach.Reach;
import trilobite.model.reading.Source;
import trilobite.model.run.RunState;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.reach.Card;
import trilobite.runner.reach.GuestReach;
import trilobite.runner.reach.Neighbour;
import trilobite.runner.reach.Situation;
import trilobite.runner.relay.PacketFile;
import trilobite.runner.relay.Relay;
import trilobite.runner.relay.RelayCounters;

/// The relay, what is kept of the packets, and who the guest is on this wire.
record RelayWire(Relay relay, PacketFile packets, Neighbour neighbour) implements Wire {

  static final Source SOURCE =
      new Source(
          Source.Kind.RELAY, "Ethernet frames that passed between the guest and its network");

  @Override
  public RelayCounters counters() {
    return relay.counters();
  }

  @Override
  public Source source() {
    return SOURCE;
  }

  @Override
  public Reach reach(RunSheet sheet, Qmp qmp) {
    return new GuestReach(
        relay,
        neighbour,
        new Card(qmp),
        new Situation(
            () -> sheet.status().state() == RunState.PAUSED,
            sheet::now,
            () -> sheet.status().forwards()));
  }

  @Override
  public void close() {
    relay.close();
    packets.close();
  }
}
