// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

/// A connection's state as the wire shows it; the stacks at its ends may be further on.
public enum FlowState {
  /// Packets of a protocol that has no connections.
  ACTIVE("active"),
  SYN_SENT("SYN sent"),
  SYN_ANSWERED("SYN answered"),
  ESTABLISHED("established"),
  /// One end has finished.
  CLOSING("closing"),
  CLOSED("closed"),
  RESET("reset");

  private final String words;

  FlowState(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  boolean over() {
    return this == CLOSED || this == RESET;
  }
}
