// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import trilobite.model.packet.Packet;

/// Writes packets as pcapng (draft-ietf-opsawg-pcapng, sections 4.1 to 4.3 and 4.6): one section,
/// one interface, each packet with its direction and what is remarkable about it as a comment.
/// Whole after each packet.
public final class PcapNg {

  private static final int SECTION = 0x0a0d0d0a;
  private static final int INTERFACE = 1;
  private static final int STATISTICS = 5;
  private static final int PACKET = 6;
  private static final int MAGIC = 0x1a2b3c4d;
  private static final int ETHERNET = 1;

  private final OutputStream out;

  /// Begins the file.
  ///
  /// @param about the run, as the section's comment
  /// @param card name and description of the guest's network card
  public PcapNg(OutputStream out, String about, Card card) throws IOException {
    this.out = out;
    var section = little(16).putInt(MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
    block(
        SECTION,
        section,
        List.of(Option.text(Option.COMMENT, about), Option.text(Option.PROGRAM, "Trilobite")));
    block(
        INTERFACE,
        little(8).putShort((short) ETHERNET).putShort((short) 0).putInt(0),
        List.of(
            Option.text(Option.NAME, card.name()),
            Option.text(Option.DESCRIPTION, card.description()),
            Option.NANOSECONDS));
  }

  /// A network card as readers show it.
  public record Card(String name, String description) {}

  public void write(Packet packet, Optional<String> comment) throws IOException {
    var bytes = packet.bytes().duplicate().rewind();
    int padded = Option.padded(bytes.remaining());
    var body =
        little(20 + padded)
            .putInt(0)
            .putInt((int) (packet.nanos() >>> 32))
            .putInt((int) packet.nanos())
            .putInt(bytes.remaining())
            .putInt(packet.length())
            .put(bytes);
    body.position(body.capacity());
    var way =
        switch (packet.direction()) {
          case TO_GUEST -> Option.number(Option.FLAGS, 1);
          case FROM_GUEST -> Option.number(Option.FLAGS, 2);
          case UNKNOWN -> Option.number(Option.FLAGS, 0);
        };
    block(
        PACKET,
        body,
        comment.map(text -> List.of(Option.text(Option.COMMENT, text), way)).orElse(List.of(way)));
  }

  /// Ends the file with what was lost.
  ///
  /// @param nanos wall time in nanoseconds since 1970
  /// @param received packets that passed while this was captured
  /// @param lost packets of these that are missing
  public void end(long nanos, long received, long lost) throws IOException {
    var body = little(12).putInt(0).putInt((int) (nanos >>> 32)).putInt((int) nanos);
    block(
        STATISTICS,
        body,
        List.of(
            Option.longNumber(Option.RECEIVED, received), Option.longNumber(Option.LOST, lost)));
  }

  private void block(int type, ByteBuffer body, List<Option> options) throws IOException {
    int length = 12 + body.capacity() + 4;
    for (var option : options) {
      length += option.size();
    }
    var bytes = new byte[length];
    var block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    block.putInt(type).putInt(length).put(body.rewind());
    options.forEach(option -> option.put(block));
    block.putInt(0).putInt(length);
    out.write(bytes);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
