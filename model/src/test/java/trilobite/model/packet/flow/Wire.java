// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import static trilobite.model.packet.Frames.GUEST;
import static trilobite.model.packet.Frames.HOST;

import trilobite.model.packet.Direction;
import trilobite.model.packet.Frames;
import trilobite.model.packet.Packet;
import trilobite.model.packet.header.Headers;

/// Segments between a client outside and port 80 of the guest, in the order in which they pass.
final class Wire {

  static final int SYN = 2;
  static final int RST = 4;
  static final int ACK = 16;
  static final int FIN = 1;

  final FlowTable table;
  private long number;
  private int client = 4000;

  Wire() {
    this(FlowTable.MOST);
  }

  /// @param most how many flows are kept
  Wire(int most) {
    table = new FlowTable(most);
  }

  /// Segments are of another client from now on.
  Wire client(int port) {
    client = port;
    return this;
  }

  /// Towards the guest.
  Wire in(double t, int flags, long seq, long ack, int bytes) {
    return add(
        t,
        Direction.TO_GUEST,
        Frames.tcp(HOST, client, GUEST, 80, flags, seq, ack, new byte[bytes]));
  }

  /// From the guest.
  Wire out(double t, int flags, long seq, long ack, int bytes) {
    return add(
        t,
        Direction.FROM_GUEST,
        Frames.tcp(GUEST, 80, HOST, client, flags, seq, ack, new byte[bytes]));
  }

  Wire add(double t, Direction direction, byte[] frame) {
    Packet packet = Frames.packet(++number, t, direction, frame);
    table.add(packet, Headers.of(packet));
    return this;
  }

  /// A handshake at `t`; the client's next number is 101, the guest's 501.
  Wire open(double t) {
    return in(t, SYN, 100, 0, 0).out(t + 1, SYN | ACK, 500, 101, 0).in(t + 1.5, ACK, 101, 501, 0);
  }
}
