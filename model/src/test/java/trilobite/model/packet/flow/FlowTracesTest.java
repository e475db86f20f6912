// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.model.packet.Frames.GUEST;
import static trilobite.model.packet.Frames.HOST;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Frames;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.PacketSpan;
import trilobite.model.packet.flow.FlowTrace.Segment;
import trilobite.model.packet.flow.FlowTrace.Stretch;

class FlowTracesTest {

  private static final int SYN = 2;
  private static final int ACK = 16;
  private static final String SCALED = "03030700";

  private final Kept log = new Kept();

  /// Packets in memory.
  private static final class Kept implements PacketLog {
    private final List<Packet> packets = new ArrayList<>();

    @Override
    public PacketSpan span() {
      return new PacketSpan(1, packets.size() + 1L, 0, Optional.empty());
    }

    @Override
    public long read(long from, int most, Consumer<Packet> sink) {
      long end = Math.min(from + most, packets.size() + 1L);
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

  /// With options behind the fixed header, in hex.
  private void add(double t, boolean out, int flags, long seq, long ack, String options, int data) {
    var more = HexFormat.of().parseHex(options);
    var frame =
        out
            ? Frames.tcp(GUEST, 80, HOST, 4000, flags, seq, ack, 65535, more, new byte[data])
            : Frames.tcp(HOST, 4000, GUEST, 80, flags, seq, ack, 65535, more, new byte[data]);
    log.packets.add(
        Frames.packet(
            log.packets.size() + 1L, t, out ? Direction.FROM_GUEST : Direction.TO_GUEST, frame));
  }

  private FlowTrace trace(boolean fromGuest) {
    var table = new PacketTable(log);
    table.update(Integer.MAX_VALUE);
    return FlowTraces.read(log, table.flow(1).orElseThrow(), fromGuest, table::mark);
  }

  private void handshake() {
    add(0, false, SYN, 100, 0, SCALED, 0);
    add(1, true, SYN | ACK, 0xffff_fff0L, 101, SCALED, 0);
    add(2, false, ACK, 101, 0xffff_fff1L, "", 0);
  }

  @Test
  void numbersGoOnWhereTheyWrapAndAnswersFollow() {
    handshake();
    add(10, true, ACK, 0xffff_fff1L, 101, "", 100);
    add(12, true, ACK, 85, 101, "", 100);
    add(20, false, ACK, 101, 185, "", 0);

    var trace = trace(true);

    assertThat(trace.sent())
        .extracting(Segment::from, Segment::to)
        .containsExactly(tuple(0, 1), tuple(1, 101), tuple(101, 201));
    var last = trace.answers().getLast();
    assertThat(last.ack()).isEqualTo(201);
    assertThat(last.edge()).isEqualTo(201 + (65535L << 7));
    assertThat(last.rtt()).isEqualTo(8);
    assertThat(trace.cut()).isEmpty();
  }

  private static org.assertj.core.groups.Tuple tuple(long from, long to) {
    return org.assertj.core.groups.Tuple.tuple(from, to);
  }

  @Test
  void whatIsSentAgainIsMarkedAndNotTimed() {
    handshake();
    add(10, true, ACK, 0xffff_fff1L, 101, "", 100);
    add(12, true, ACK, 85, 101, "", 100);
    add(300, true, ACK, 0xffff_fff1L, 101, "", 100);
    add(310, false, ACK, 101, 85, "", 0);
    add(311, false, ACK, 101, 185, "", 0);

    var trace = trace(true);

    assertThat(trace.sent().get(3).mark()).hasValue(PacketMark.RETRANSMISSION);
    assertThat(trace.sent().get(3).from()).isEqualTo(1);
    assertThat(trace.answers().get(1).rtt()).isNaN();
    assertThat(trace.answers().get(2).rtt()).isEqualTo(299);
  }

  @Test
  void selectiveAcknowledgementsAreStretchesOnTheSameLine() {
    handshake();
    add(10, true, ACK, 0xffff_fff1L, 101, "", 100);
    add(11, true, ACK, 85, 101, "", 100);
    add(12, false, ACK, 101, 0xffff_fff1L, "0101050a" + "00000055" + "000000b9", 0);

    var answer = trace(true).answers().getLast();

    assertThat(answer.ack()).isEqualTo(1);
    assertThat(answer.selective()).containsExactly(new Stretch(101, 201));
  }

  @Test
  void optionsThatLieEndTheWalk() {
    handshake();
    add(10, true, ACK, 0xffff_fff1L, 101, "", 100);
    for (var lie : List.of("05000000", "0501ffff", "05ff0000", "01010105")) {
      add(12, false, ACK, 101, 84, lie, 0);
    }

    assertThat(trace(true).answers()).hasSize(5).allMatch(a -> a.selective().isEmpty());
  }

  @Test
  void withoutItsHandshakeAWindowIsNotScaledAndThatIsSaid() {
    add(10, true, ACK, 1000, 101, "", 100);
    add(11, false, ACK, 101, 1100, "", 0);

    var trace = trace(true);

    assertThat(trace.answers().getLast().edge()).isEqualTo(100 + 65535);
    assertThat(trace.cut()).hasValueSatisfying(why -> assertThat(why).contains("unscaled"));
    assertThat(trace(false).sent()).isEmpty();
  }
}
