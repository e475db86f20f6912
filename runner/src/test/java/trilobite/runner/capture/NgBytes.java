// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A pcapng file put together block by block, as other programs write them.
final class NgBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteOrder order;

  NgBytes(ByteOrder order) {
    this.order = order;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  NgBytes section() {
    return block(NgBlock.SECTION, body(16).putInt(0x1a2b3c4d).putInt(0x0001_0000).putLong(-1));
  }

  /// @param resolution the option's value; negative for none
  NgBytes card(int link, int resolution) {
    var body = body(resolution < 0 ? 8 : 20).putShort((short) link).putShort((short) 0).putInt(0);
    if (resolution >= 0) {
      body.putShort((short) 9).putShort((short) 1).put((byte) resolution).position(16);
    }
    return block(NgBlock.CARD, body);
  }

  /// A packet of `data`, whose length is claimed to be `claimed`.
  NgBytes packet(int card, long time, byte[] data, int claimed) {
    return block(
        NgBlock.PACKET,
        body(20 + NgBlock.padded(data.length))
            .putInt(card)
            .putInt((int) (time >>> 32))
            .putInt((int) time)
            .putInt(claimed)
            .putInt(data.length)
            .put(data));
  }

  NgBytes packet(int card, long time, byte[] data) {
    return packet(card, time, data, data.length);
  }

  NgBytes raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  private ByteBuffer body(int size) {
    return ByteBuffer.allocate(size).order(order);
  }

  NgBytes block(int type, ByteBuffer content) {
    var body = content.duplicate().clear();
    int size = 12 + body.capacity();
    var block = ByteBuffer.allocate(size).order(order);
    block.putInt(type).putInt(size).put(body).putInt(size);
    out.writeBytes(block.array());
    return this;
  }
}
