// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import java.nio.ByteBuffer;
import java.util.Optional;
import trilobite.model.job.Subscription;
import trilobite.runner.relay.Relay;

/// Learns the guest's addresses from what it sends. Looks at packets only until it knows them, so
/// that a busy guest pays nothing for it.
public final class Neighbour {

  private volatile Optional<Address> known = Optional.empty();
  private volatile Subscription looking = () -> {};

  public Neighbour(Relay relay) {
    looking = relay.watch(this::see);
  }

  Optional<Address> known() {
    return known;
  }

  void learn(Address sender) {
    // A guest without an address asks for one from 0.0.0.0; an ARP probe has none either (RFC
    // 5227).
    if (sender.ip() != 0 && sender.mac() != 0 && sender.mac() != Address.BROADCAST) {
      known = Optional.of(sender);
      looking.close();
    }
  }

  private void see(boolean towardsGuest, ByteBuffer bytes, int offset, int length) {
    if (!towardsGuest) {
      ReplyFrame.of(bytes, offset, length).map(Neighbour::sender).ifPresent(this::learn);
    }
  }

  static Address sender(ReplyFrame frame) {
    return switch (frame) {
      case ReplyFrame.Arp arp -> arp.sender();
      case ReplyFrame.Echo echo -> echo.sender();
      case ReplyFrame.Tcp tcp -> tcp.sender();
      case ReplyFrame.Ip ip -> ip.sender();
    };
  }
}
