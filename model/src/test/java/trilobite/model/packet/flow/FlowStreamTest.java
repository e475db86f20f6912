// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.model.packet.Frames.GUEST;
import static trilobite.model.packet.Frames.HOST;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.Listing;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Frames;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.PacketSpan;

class FlowStreamTest {

  /// Packets in a list.
  private static final class Kept implements PacketLog {
    private final List<Packet> packets = new ArrayList<>();

    Kept add(boolean fromGuest, int flags, long seq, String text) {
      var data = Frames.ascii(text);
      var frame =
          fromGuest
              ? Frames.tcp(GUEST, 80, HOST, 4000, flags, seq, 1, data)
              : Frames.tcp(HOST, 4000, GUEST, 80, flags, seq, 1, data);
      var direction = fromGuest ? Direction.FROM_GUEST : Direction.TO_GUEST;
      packets.add(Frames.packet(packets.size() + 1, packets.size(), direction, frame));
      return this;
    }

    @Override
    public PacketSpan span() {
      return new PacketSpan(1, packets.size() + 1, 0, Optional.empty());
    }

    @Override
    public long read(long from, int most, Consumer<Packet> sink) {
      long end = Math.min(from + most, packets.size() + 1);
      packets.subList((int) from - 1, (int) end - 1).forEach(sink);
      return end;
    }

    @Override
    public long numberAt(double t) {
      return 1;
    }

    @Override
    public boolean live() {
      return false;
    }
  }

  private final Kept log = new Kept();

  private Listing<StreamPiece> stream(long most) {
    var table = new PacketTable(log);
    table.update(100_000);
    return FlowStream.read(log, table.flow(1).orElseThrow(), most);
  }

  private static String text(Listing<StreamPiece> stream) {
    var text = new StringBuilder();
    for (var piece : stream.rows()) {
      text.append(piece.fromGuest() ? "<" : ">");
      text.append(piece.missing() > 0 ? "(" + piece.missing() + " missing)" : "");
      text.append(StandardCharsets.ISO_8859_1.decode(piece.bytes().duplicate()));
    }
    return text.toString();
  }

  @Test
  void bothEndsAreReadInOrderAndEachByteOnce() {
    log.add(false, 2, 99, "").add(true, 18, 499, "");
    log.add(false, 24, 100, "GET /").add(false, 24, 108, "es").add(false, 24, 105, "tid");
    log.add(false, 24, 100, "GET /tides").add(false, 24, 108, "es!");
    log.add(true, 24, 500, "200").add(true, 24, 500, "200 OK");

    assertThat(text(stream(1000))).isEqualTo(">GET />tid>es>!<200< OK");
    assertThat(stream(1000).cut()).isEmpty();
  }

  @Test
  void whatIsNotThereIsSaid() {
    log.add(false, 24, 100, "one").add(false, 24, 110, "two");

    assertThat(text(stream(1000))).isEqualTo(">one>(7 missing)two");
  }

  @Test
  void numbersWrapAndMuchIsCut() {
    log.add(false, 2, 0xffff_fffdL, "");
    log.add(false, 24, 0xffff_fffeL, "abcd").add(false, 24, 2, "efgh");

    assertThat(text(stream(1000))).isEqualTo(">abcd>efgh");
    for (int i = 0; i < 20_000; i++) {
      log.add(false, 24, 6L + i * 4L, "more");
    }
    var cut = stream(5000);
    assertThat(cut.cut()).hasValueSatisfying(why -> assertThat(why).contains("only its first"));
  }
}
