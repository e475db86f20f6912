// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Frames;

class PcapNgTest {

  private record Block(int type, ByteBuffer body) {
    String text() {
      return StandardCharsets.ISO_8859_1.decode(body.duplicate()).toString();
    }
  }

  /// Takes a file apart as the format says: each length stands twice.
  private static List<Block> blocks(byte[] file) {
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    var blocks = new ArrayList<Block>();
    while (bytes.hasRemaining()) {
      int at = bytes.position();
      int length = bytes.getInt(at + 4);
      assertThat(length % 4).isZero();
      assertThat(bytes.getInt(at + length - 4)).isEqualTo(length);
      var body = bytes.slice(at + 8, length - 12).order(ByteOrder.LITTLE_ENDIAN);
      blocks.add(new Block(bytes.getInt(at), body));
      bytes.position(at + length);
    }
    return blocks;
  }

  @Test
  void packetsStandWithTimeDirectionAndComment() throws IOException {
    var out = new ByteArrayOutputStream();
    var file = new PcapNg(out, "run 12", new PcapNg.Card("net0", "seen by the relay"));
    file.write(Frames.packet(1, 5000, Direction.TO_GUEST, new byte[61]), Optional.of("dropped"));
    file.write(Frames.packet(2, 5001, Direction.FROM_GUEST, new byte[60]), Optional.empty());
    file.end(5_001_000_000L, 2, 0);

    var blocks = blocks(out.toByteArray());

    assertThat(blocks).extracting(Block::type).containsExactly(0x0a0d0d0a, 1, 6, 6, 5);
    assertThat(blocks.get(0).text()).contains("run 12");
    assertThat(blocks.get(1).text()).contains("net0").contains("seen by the relay");
    var first = blocks.get(2).body();
    assertThat(((long) first.getInt(4) << 32) + Integer.toUnsignedLong(first.getInt(8)))
        .isEqualTo(5_000_000_000L);
    assertThat(first.getInt(12)).isEqualTo(61);
    assertThat(blocks.get(2).text()).contains("dropped");
    var second = blocks.get(3).body();
    // Behind the data: option 2 of four bytes, flags that say outbound.
    assertThat(second.getShort(20 + 60)).isEqualTo((short) 2);
    assertThat(second.getInt(20 + 60 + 4)).isEqualTo(2);
  }
}
