// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

/// What is remarkable about a packet, seen from those around it.
public enum PacketMark {
  /// A SYN that nobody answered, before it was sent again or a second passed.
  DROPPED("dropped"),
  /// Bytes that had been sent before.
  RETRANSMISSION("retransmission"),
  /// Bytes that had not been sent before, behind later ones.
  OUT_OF_ORDER("out of order"),
  /// The sender has no room for more.
  ZERO_WINDOW("zero window"),
  RESET("reset"),
  /// A SYN's answer that is no answer to it: a connection of the same two ports, in TIME_WAIT as a
  /// rule, acknowledges what it had (RFC 9293, section 3.10.7.4, and lwIP's `tcp_timewait_input`).
  OLD_CONNECTION("old connection answers"),
  KEEP_ALIVE("keep-alive");

  private final String words;

  PacketMark(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// True for marks that mean trouble, as opposed to a remark.
  public boolean trouble() {
    return this != KEEP_ALIVE;
  }
}
