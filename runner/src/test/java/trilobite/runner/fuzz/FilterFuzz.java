// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Packet;
import trilobite.model.packet.filter.FilterException;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.header.Headers;

/// Any text as a filter: it is one, and asks a packet nothing that it cannot answer, or it is
/// refused with a place within it.
public final class FilterFuzz {

  private static final byte[] FRAME =
      HexFormat.of()
          .parseHex(
              "52540012345652550a00020208004500002800000000400662b10a0002020a00020f"
                  + "1f901f9000000001000000005002ffff00000000");

  private FilterFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    var text = new String(data, StandardCharsets.UTF_8);
    var packet = new Packet(1, 1, 1, Direction.TO_GUEST, FRAME.length, ByteBuffer.wrap(FRAME));
    try {
      PacketFilter.parse(text).matches(packet, Headers.of(packet), FilterFuzz::row);
    } catch (FilterException e) {
      assertThat(e.column()).isBetween(0, text.length());
      assertThat(e.sentence()).isNotBlank();
    }
  }

  private static PacketRow row() {
    return new PacketRow(
        1,
        1,
        "",
        "rx",
        "10.0.2.2",
        OptionalLong.of(8080),
        "10.0.2.15",
        OptionalLong.of(8080),
        "TCP",
        54,
        "8080 → 8080 [SYN]",
        Optional.empty(),
        OptionalLong.empty());
  }
}
