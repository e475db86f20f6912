// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.PacketSpan;

/// A capture in memory, of a run that is over.
final class KeptPackets implements PacketLog {

  private static final String TOWARDS =
      "52540012345652550a00020208004500%04x00000000400600000a0002020a00020fc8220050";
  private static final String FROM =
      "52550a00020252540012345608004500%04x00000000400600000a00020f0a0002020050c822";

  private final List<Packet> packets = new ArrayList<>();

  /// Adds a TCP segment between port 51234 of the host and port 80 of the guest.
  KeptPackets add(boolean towards, int flags, int seq, int ack, String data) {
    var bytes = data.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    var head =
        (towards ? TOWARDS : FROM).formatted(40 + bytes.length)
            + "%08x%08x50%02xffff00000000".formatted(seq, ack, flags);
    var frame =
        ByteBuffer.allocate(54 + bytes.length).put(HexFormat.of().parseHex(head)).put(bytes);
    long number = packets.size() + 1L;
    packets.add(
        new Packet(
            number,
            number * 1_000_000,
            number,
            towards ? Direction.TO_GUEST : Direction.FROM_GUEST,
            frame.capacity(),
            frame.flip()));
    return this;
  }

  @Override
  public PacketSpan span() {
    return new PacketSpan(1, packets.size() + 1L, 3, Optional.empty());
  }

  @Override
  public long read(long from, int most, Consumer<Packet> sink) {
    long end = Math.min(from + most, packets.size() + 1L);
    packets.subList((int) from - 1, (int) Math.max(from, end) - 1).forEach(sink);
    return Math.max(from, end);
  }

  @Override
  public long numberAt(double t) {
    return Math.clamp((long) Math.ceil(t), 1, packets.size() + 1L);
  }

  @Override
  public boolean live() {
    return false;
  }
}
