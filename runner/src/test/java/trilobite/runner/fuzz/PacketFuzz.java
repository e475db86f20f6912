// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Packet;
import trilobite.model.packet.flow.FlowTable;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.layer.Field;
import trilobite.model.packet.protocol.Decoder;
import trilobite.model.packet.protocol.Summary;

/// Any bytes as frames of one network, each behind a byte that says which way it goes and two with
/// its length: all are decoded, no field lies outside its frame, and flows stay bounded. Each
/// frame's buffer ends with it, so that reading behind it throws.
public final class PacketFuzz {

  private static final int MOST_FLOWS = 8;

  private PacketFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    var bytes = ByteBuffer.wrap(data);
    var flows = new FlowTable(MOST_FLOWS);
    for (long number = 1; bytes.remaining() > 3; number++) {
      byte way = bytes.get();
      var frame = new byte[Math.min(bytes.getShort() & 0xffff, bytes.remaining())];
      bytes.get(frame);
      var known = way % 2 == 0 ? Direction.TO_GUEST : Direction.FROM_GUEST;
      var direction = way < 0 ? Direction.UNKNOWN : known;
      double t = number * 400.0 + way;
      var packet = new Packet(number, number, t, direction, frame.length, ByteBuffer.wrap(frame));
      look(packet, flows);
    }
    assertThat(flows.rows().rows()).hasSizeLessThanOrEqualTo(MOST_FLOWS);
    flows.advance(1e9);
  }

  private static void look(Packet packet, FlowTable flows) {
    var headers = Headers.of(packet);
    flows.add(packet, headers);
    assertThat(Summary.of(packet, headers, flows.base(packet, headers)).protocol()).isNotEmpty();
    for (var layer : Decoder.decode(packet.bytes())) {
      layer.fields().forEach(field -> within(field, packet.length()));
    }
  }

  private static void within(Field field, int size) {
    if (field.offset() < 0 || field.length() < 0 || field.offset() + field.length() > size) {
      throw new AssertionError(field + " of " + size);
    }
    field.parts().forEach(part -> within(part, size));
  }
}
