// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.Optional;
import trilobite.model.packet.Direction;
import trilobite.model.packet.header.Address;
import trilobite.model.packet.header.Headers;

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

  static boolean fromGuest(Direction direction, Headers headers) {
    return switch (direction) {
      case FROM_GUEST -> true;
      case TO_GUEST -> false;
      case UNKNOWN -> headers.sourcePort() < headers.destinationPort();
    };
  }
}
