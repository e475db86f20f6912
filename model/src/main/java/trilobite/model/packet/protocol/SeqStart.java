// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

/// Where a connection's sequence numbers began, so that they can be shown from 0 on.
///
/// @param seq first number of who sends the packet
/// @param ack first number of who receives it
public record SeqStart(long seq, long ack) {

  /// Numbers as they are on the wire.
  public static final SeqStart NONE = new SeqStart(0, 0);

  static long relative(long number, long base) {
    return number - base & 0xffff_ffffL;
  }
}
