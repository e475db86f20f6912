// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.Optional;
import trilobite.model.guest.FlowRow;
import trilobite.model.packet.Direction;
import trilobite.model.packet.header.Address;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.header.IpProtocol;

/// The two ends of a flow. Which one is the guest is known from the way that a packet went; where a
/// capture does not say, the one with the lower port is taken for it.
record FlowKey(int protocol, Address guest, int guestPort, Address peer, int peerPort) {

  /// Empty for what is neither TCP nor UDP.
  static Optional<FlowKey> of(Direction direction, Headers headers) {
    if (headers.sourcePort() < 0) {
      return Optional.empty();
    }
    return Optional.of(
        fromGuest(direction, headers)
            ? new FlowKey(
                headers.protocol(),
                headers.source(),
                headers.sourcePort(),
                headers.destination(),
                headers.destinationPort())
            : new FlowKey(
                headers.protocol(),
                headers.destination(),
                headers.destinationPort(),
                headers.source(),
                headers.sourcePort()));
  }

  /// True for the ends of this flow, and of those before it that had the same.
  boolean is(FlowRow flow) {
    return guestPort == flow.guestPort()
        && peerPort == flow.peerPort()
        && guest.toString().equals(flow.guest())
        && peer.toString().equals(flow.peer())
        && (protocol == IpProtocol.TCP) == flow.protocol().equals("tcp");
  }

  static boolean fromGuest(Direction direction, Headers headers) {
    return switch (direction) {
      case FROM_GUEST -> true;
      case TO_GUEST -> false;
      case UNKNOWN -> headers.sourcePort() < headers.destinationPort();
    };
  }
}
