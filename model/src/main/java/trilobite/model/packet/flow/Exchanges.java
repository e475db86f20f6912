// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.Arrays;
import java.util.Optional;
import trilobite.model.packet.Packet;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.protocol.HttpPart;

/// Requests with their answers, by the packets in which the answers begin. The oldest are
/// forgotten. Answers come in the order of packets, so a ring of plain numbers holds them: a busy
/// guest gives tens of thousands a second.
final class Exchanges {

  private static final int MOST = 1 << 18;
  private static final int FEW = 1 << 8;

  private final int most;
  private long[] requests = new long[FEW];
  private long[] answers = new long[FEW];
  private double[] millis = new double[FEW];
  private int oldest;
  private int count;

  Exchanges() {
    this(MOST);
  }

  /// @param most how many to remember; a power of two, as all lengths of the ring are
  Exchanges(int most) {
    this.most = most;
  }

  /// Takes in a packet that holds no bytes for a second time.
  void add(Flow flow, Packet packet, Headers headers) {
    switch (HttpPart.of(packet, headers)) {
      case REQUEST -> flow.asked(packet);
      case ANSWER -> flow.answered(packet).ifPresent(this::put);
      case NONE -> {}
    }
  }

  void put(Exchange exchange) {
    if (count == answers.length) {
      if (count < most) {
        grow();
      } else {
        oldest = place(1);
        count--;
      }
    }
    int at = place(count++);
    requests[at] = exchange.request();
    answers[at] = exchange.answer();
    millis[at] = exchange.millis();
  }

  /// Only before the ring has gone round once.
  private void grow() {
    int more = 2 * answers.length;
    requests = Arrays.copyOf(requests, more);
    answers = Arrays.copyOf(answers, more);
    millis = Arrays.copyOf(millis, more);
  }

  private int place(int index) {
    return (oldest + index) & (answers.length - 1);
  }

  /// The exchange whose answer begins in a packet.
  Optional<Exchange> answeredBy(long number) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = place(middle);
      if (answers[at] == number) {
        return Optional.of(new Exchange(requests[at], number, millis[at]));
      }
      if (answers[at] < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }
}
