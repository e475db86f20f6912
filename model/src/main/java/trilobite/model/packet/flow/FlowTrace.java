// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.List;
import java.util.Optional;

/// One way of a TCP connection over time, as tcptrace draws it: what one end sent, and what the
/// other acknowledged and had room for. Numbers are bytes since the connection's first; they do not
/// wrap.
///
/// @param fromGuest whose bytes these are
/// @param sent in the order in which they passed
/// @param answers of the other end, in order
/// @param cut what is missing, in words
public record FlowTrace(
    boolean fromGuest, List<Segment> sent, List<Answer> answers, Optional<String> cut) {

  /// Of no connection.
  public static final FlowTrace NOTHING =
      new FlowTrace(true, List.of(), List.of(), Optional.empty());

  /// Bytes that were sent.
  ///
  /// @param number of the packet
  /// @param t ms on the run's clock
  /// @param from first byte; a SYN and a FIN count as one
  /// @param to one behind the last
  /// @param mark what is remarkable about it
  public record Segment(long number, double t, long from, long to, Optional<PacketMark> mark) {}

  /// What the other end said it has.
  ///
  /// @param ack next byte that it waits for
  /// @param edge first byte for which it has no room
  /// @param selective stretches beyond that it has already (RFC 2018)
  /// @param rtt ms since the newest byte that it acknowledges for the first time was sent, where
  ///   that was sent only once; NaN without
  public record Answer(
      long number, double t, long ack, long edge, List<Stretch> selective, double rtt) {}

  public record Stretch(long from, long to) {}

  public FlowTrace {
    sent = List.copyOf(sent);
    answers = List.copyOf(answers);
  }

  public boolean isEmpty() {
    return sent.isEmpty() && answers.isEmpty();
  }
}
