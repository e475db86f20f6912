// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.Optional;
import java.util.TreeMap;
import trilobite.model.packet.Packet;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.protocol.HttpPart;

/// Requests with their answers, by the packets in which they begin. The oldest are forgotten.
final class Exchanges {

  private static final int MOST = 400_000;

  private final TreeMap<Long, Exchange> all = new TreeMap<>();

  /// Takes in a packet that holds no bytes for a second time.
  void add(Flow flow, Packet packet, Headers headers) {
    switch (HttpPart.of(packet, headers)) {
      case REQUEST -> flow.asked(packet);
      case ANSWER -> flow.answered(packet).ifPresent(this::put);
      case NONE -> {}
    }
  }

  private void put(Exchange exchange) {
    all.put(exchange.request(), exchange);
    all.put(exchange.answer(), exchange);
    while (all.size() > MOST) {
      all.pollFirstEntry();
    }
  }

  Optional<Exchange> of(long number) {
    return Optional.ofNullable(all.get(number));
  }
}
