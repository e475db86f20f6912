// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a run's packets tell of its ports and connections, which no stack keeps. Safe from any
/// thread, and quick.
public interface PacketFacts {

  /// Connections to a port that came to nothing.
  ///
  /// @param ignored SYNs without an answer
  /// @param reset connections reset right after their handshake
  /// @param old SYNs that an old connection of the same two ports answered
  record Refusals(long ignored, long reset, long old) {
    public static final Refusals NONE = new Refusals(0, 0, 0);
  }

  /// Empty where packets are not looked at.
  Optional<Refusals> refusals(long guestPort);

  /// Round trip in ms.
  OptionalDouble rtt(long guestPort, long remotePort);

  /// When its first packet came, in ms on the run's clock.
  OptionalLong begun(long guestPort, long remotePort);

  /// Nothing is known from packets.
  static PacketFacts none() {
    return new PacketFacts() {
      @Override
      public Optional<Refusals> refusals(long guestPort) {
        return Optional.empty();
      }

      @Override
      public OptionalDouble rtt(long guestPort, long remotePort) {
        return OptionalDouble.empty();
      }

      @Override
      public OptionalLong begun(long guestPort, long remotePort) {
        return OptionalLong.empty();
      }
    };
  }
}
