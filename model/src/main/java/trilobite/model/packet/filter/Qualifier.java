// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.Optional;
import trilobite.model.packet.header.Address;
import trilobite.model.packet.header.Headers;

/// What stands before a value: `tcp src port`. A value alone repeats the last one.
record Qualifier(Optional<Token> protocol, Way way, Type type) {

  enum Way {
    SOURCE,
    DESTINATION,
    EITHER,
    BOTH
  }

  enum Type {
    HOST,
    NET,
    PORT,
    RANGE,
    PROTOCOL
  }

  /// Holds where the ends that are meant do.
  Condition ends(End source, End destination) {
    return switch (way) {
      case SOURCE -> candidate -> source.holds(candidate.headers);
      case DESTINATION -> candidate -> destination.holds(candidate.headers);
      case EITHER ->
          candidate -> source.holds(candidate.headers) || destination.holds(candidate.headers);
      case BOTH ->
          candidate -> source.holds(candidate.headers) && destination.holds(candidate.headers);
    };
  }

  Condition net(Address net, int prefix) {
    return ends(
        headers -> headers.source().within(net, prefix),
        headers -> headers.destination().within(net, prefix));
  }

  Condition ports(int from, int to) {
    return ends(
        headers -> headers.sourcePort() >= from && headers.sourcePort() <= to,
        headers -> headers.destinationPort() >= from && headers.destinationPort() <= to);
  }

  @FunctionalInterface
  interface End {
    boolean holds(Headers headers);
  }
}
