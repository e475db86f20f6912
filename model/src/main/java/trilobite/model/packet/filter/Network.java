// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.Optional;
import trilobite.model.packet.header.Address;

/// An address and how many bits of it count.
record Network(Address address, int prefix) {

  /// `10.0.2.15`, `10.0.2.0/24`, `fe80::/64`.
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    var address = Address.parse(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0 || address.isEmpty()) {
      return address.map(whole -> new Network(whole, whole.bits()));
    }
    var bits = text.substring(slash + 1);
    if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > address.get().bits()) {
      return Optional.empty();
    }
    return Optional.of(new Network(address.get(), Integer.parseInt(bits)));
  }

  /// One to three numbers of an IPv4 address: `10.0` is `10.0.0.0/16`.
  static Optional<Network> ofParts(String text) {
    int count = text.split("\\.", -1).length;
    return Address.parse(text + ".0".repeat(4 - count)).map(net -> new Network(net, count * 8));
  }
}
