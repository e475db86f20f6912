// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.model.packet.flow.Wire.ACK;
import static trilobite.model.packet.flow.Wire.FIN;
import static trilobite.model.packet.flow.Wire.RST;
import static trilobite.model.packet.flow.Wire.SYN;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.FlowRow;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Frames;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.protocol.SeqStart;

class FlowTableTest {

  private final Wire wire = new Wire();

  private FlowRow only() {
    assertThat(wire.table.rows().rows()).hasSize(1);
    return wire.table.rows().rows().getFirst();
  }

  private PortRefusals port() {
    assertThat(wire.table.refusals()).hasSize(1);
    return wire.table.refusals().getFirst();
  }

  @Test
  void rowsAreMadeAnewOnlyOfWhatChanged() {
    wire.open(0).client(4001).in(2, SYN, 100, 0, 0);
    var before = wire.table.rows();
    wire.table.advance(50);
    assertThat(wire.table.rows()).isSameAs(before);
    wire.client(4000).in(60, ACK, 101, 501, 10);
    var rows = wire.table.rows().rows();
    assertThat(rows.getFirst().rxBytes()).isEqualTo(10);
    assertThat(rows.getLast()).isSameAs(before.rows().getLast());
    wire.table.advance(60_000);
    assertThat(wire.table.rows().rows().getFirst()).isSameAs(rows.getFirst());
    assertThat(wire.table.rows().rows().getLast().unansweredSyns()).isEqualTo(1);
  }

  @Test
  void theNewestConnectionBetweenTwoPortsIsLookedUp() {
    wire.open(0).client(4001).open(10).client(4000).in(500, SYN, 900, 0, 0);

    assertThat(wire.table.row(80, 4000).orElseThrow().first()).isEqualTo(500);
    assertThat(wire.table.row(80, 4001).orElseThrow().first()).isEqualTo(10);
    assertThat(wire.table.row(81, 4001)).isEmpty();
  }

  @Test
  void aForgottenConnectionIsNotLookedUp() {
    var few = new Wire(2).open(0).client(4001).open(10).client(4002).open(20).table;

    assertThat(few.row(80, 4000)).isEmpty();
    assertThat(few.row(80, 4002)).isPresent();
  }

  @Test
  void aConnectionIsFollowedFromItsHandshakeToItsEnd() {
    wire.in(0, SYN, 100, 0, 0);
    assertThat(only().state()).isEqualTo("SYN sent");
    wire.out(4, SYN | ACK, 500, 101, 0);
    assertThat(only().state()).isEqualTo("SYN answered");
    wire.in(5, ACK, 101, 501, 0);
    assertThat(only().state()).isEqualTo("established");
    wire.in(6, ACK, 101, 501, 50).out(8, ACK, 501, 151, 1000).in(9, ACK, 151, 1501, 0);
    wire.out(10, FIN | ACK, 1501, 151, 0);
    assertThat(only().state()).isEqualTo("closing");
    wire.in(11, FIN | ACK, 151, 1502, 0).out(12, ACK, 1502, 152, 0);

    var row = only();
    assertThat(row.state()).isEqualTo("closed");
    assertThat(row.opener()).isEqualTo("peer");
    assertThat(row.guest() + " " + row.guestPort()).isEqualTo("10.0.2.15 80");
    assertThat(row.peer() + " " + row.peerPort()).isEqualTo("10.0.2.2 4000");
    assertThat(row.rxBytes()).isEqualTo(50);
    assertThat(row.txBytes()).isEqualTo(1000);
    assertThat(row.rxPackets() + row.txPackets()).isEqualTo(9);
    // 4 ms for the SYN, 2 for the request, 1 for its FIN.
    assertThat(row.guestRtt()).isEqualTo(OptionalDouble.of(3.406));
    assertThat(row.retransmissions() + row.outOfOrder() + row.resets()).isZero();
    assertThat(port().asked()).isEqualTo(1);
    assertThat(port().answered()).isEqualTo(1);
  }

  @Test
  void aSynSentAgainWasDroppedAndTheAnswerIsForTheSecond() {
    wire.in(0, SYN, 100, 0, 0).in(900, SYN, 100, 0, 0).out(901, SYN | ACK, 500, 101, 0);

    assertThat(wire.table.mark(1)).hasValue(PacketMark.DROPPED);
    assertThat(wire.table.mark(2)).hasValue(PacketMark.RETRANSMISSION);
    assertThat(only().unansweredSyns()).isEqualTo(1);
    assertThat(port().ignored())
        .isEqualTo(new PortRefusals.Count(1, OptionalDouble.of(900), OptionalDouble.of(900)));
    assertThat(port().answered()).isEqualTo(1);
  }

  @Test
  void aSynIsDroppedOnceASecondHasPassedWithoutAnAnswer() {
    wire.in(0, SYN, 100, 0, 0).client(4001).in(400, SYN, 200, 0, 0);
    wire.table.advance(1000);
    assertThat(wire.table.mark(1)).isEmpty();

    wire.table.advance(1001);
    assertThat(wire.table.mark(1)).hasValue(PacketMark.DROPPED);
    assertThat(wire.table.mark(2)).isEmpty();
    wire.table.advance(2000);
    assertThat(wire.table.mark(2)).hasValue(PacketMark.DROPPED);
    assertThat(port().ignored().count()).isEqualTo(2);
    assertThat(port().asked()).isEqualTo(2);
  }

  @Test
  void anAnswerThatComesLateTakesTheMarkBack() {
    wire.in(0, SYN, 100, 0, 0);
    wire.table.advance(5000);
    wire.out(5001, SYN | ACK, 500, 101, 0);

    assertThat(wire.table.mark(1)).isEmpty();
    assertThat(port().ignored().count()).isZero();
    assertThat(only().unansweredSyns()).isZero();
  }

  @Test
  void refusalsAreToldApart() {
    wire.in(0, SYN, 100, 0, 0).out(1, RST | ACK, 0, 101, 0);
    assertThat(port().closed().count()).isEqualTo(1);

    wire.client(4001).open(10).out(20, RST | ACK, 501, 101, 0);
    assertThat(port().dropped())
        .isEqualTo(new PortRefusals.Count(1, OptionalDouble.of(20), OptionalDouble.of(20)));

    // An answer was given before: that is no refusal.
    wire.client(4002).open(30).out(33, ACK, 501, 101, 10).out(34, RST | ACK, 511, 101, 0);
    // Nor is a reset by who asked.
    wire.client(4003).open(40).in(44, RST, 101, 0, 0);

    assertThat(port().dropped().count()).isEqualTo(1);
    assertThat(port().closed().count()).isEqualTo(1);
    assertThat(port().ignored().count()).isZero();
    assertThat(port().asked()).isEqualTo(4);
    assertThat(port().answered()).isEqualTo(3);
  }

  @Test
  void anOldConnectionOfTheSamePortsMayAnswer() {
    wire.in(0, SYN, 100, 0, 0).out(1, ACK, 7501, 7101, 0);
    assertThat(wire.table.mark(2)).hasValue(PacketMark.OLD_CONNECTION);
    assertThat(only().state()).isEqualTo("SYN sent");
    assertThat(port().old())
        .isEqualTo(new PortRefusals.Count(1, OptionalDouble.of(1), OptionalDouble.of(1)));

    // Its client asks again, which is no SYN that nobody answered, and is answered at last.
    wire.in(6000, SYN, 100, 0, 0).out(6001, SYN | ACK, 500, 101, 0).in(6002, ACK, 101, 501, 0);
    assertThat(wire.table.mark(4)).isEmpty();
    assertThat(only().state()).isEqualTo("established");
    assertThat(port().ignored().count() + port().closed().count()).isZero();
    assertThat(port().answered()).isEqualTo(1);
  }

  @Test
  void bytesSentBeforeAreARetransmissionAndNewOnesBehindLaterOnesAreNot() {
    wire.open(0);
    wire.out(10, ACK, 501, 101, 100).out(11, ACK, 701, 101, 100);
    wire.out(12, ACK, 601, 101, 100);
    wire.out(13, ACK, 501, 101, 100);

    assertThat(wire.table.mark(6)).hasValue(PacketMark.OUT_OF_ORDER);
    assertThat(wire.table.mark(7)).hasValue(PacketMark.RETRANSMISSION);
    assertThat(only().outOfOrder()).isEqualTo(1);
    assertThat(only().retransmissions()).isEqualTo(1);
    assertThat(wire.table.nextMarked(1)).hasValue(6L);
  }

  @Test
  void sequenceNumbersWrap() {
    wire.in(0, SYN, 0xffff_ffffL, 0, 0).out(1, SYN | ACK, 0xffff_fff0L, 0, 0);
    wire.in(2, ACK, 0, 0xffff_fff1L, 0).out(3, ACK, 0xffff_fff1L, 0, 100).out(4, ACK, 85, 0, 10);

    assertThat(only().retransmissions() + only().outOfOrder()).isZero();
    var last =
        Frames.packet(
            5,
            4,
            Direction.FROM_GUEST,
            Frames.tcp(Frames.GUEST, 80, Frames.HOST, 4000, ACK, 85, 0, new byte[10]));
    assertThat(wire.table.base(last, Headers.of(last)))
        .isEqualTo(new SeqStart(0xffff_fff0L, 0xffff_ffffL));
  }

  @Test
  void keepAlivesAndClosedWindowsAreMarked() {
    wire.open(0).out(10, ACK, 501, 101, 1).in(20, ACK, 100, 502, 1);
    wire.add(
        30,
        Direction.FROM_GUEST,
        Frames.tcp(
            Frames.GUEST, 80, Frames.HOST, 4000, ACK, 502, 101, 0, new byte[0], new byte[0]));

    assertThat(wire.table.mark(5)).hasValue(PacketMark.KEEP_ALIVE);
    assertThat(wire.table.mark(6)).hasValue(PacketMark.ZERO_WINDOW);
    assertThat(only().zeroWindows()).isEqualTo(1);
  }

  @Test
  void requestsAreJoinedWithTheirAnswers() {
    wire.open(0);
    wire.add(10, Direction.TO_GUEST, http(false, 101, "GET / HTTP/1.1"));
    wire.add(11, Direction.TO_GUEST, http(false, 101, "GET / HTTP/1.1"));
    wire.add(51.5, Direction.FROM_GUEST, http(true, 501, "HTTP/1.1 200 OK"));
    wire.add(60, Direction.FROM_GUEST, http(true, 516, "HTTP/1.1 200 OK"));

    assertThat(wire.table.answeredBy(6)).hasValue(new Exchange(4, 6, 41.5));
    assertThat(wire.table.answeredBy(4)).isEmpty();
    assertThat(wire.table.answeredBy(5)).isEmpty();
    assertThat(wire.table.answeredBy(7)).isEmpty();
  }

  private static byte[] http(boolean fromGuest, long seq, String text) {
    var data = Frames.ascii(text);
    return fromGuest
        ? Frames.tcp(Frames.GUEST, 80, Frames.HOST, 4000, 24, seq, 115, data)
        : Frames.tcp(Frames.HOST, 4000, Frames.GUEST, 80, 24, seq, 501, data);
  }

  @Test
  void portsUsedAgainAreAnotherFlow() {
    wire.open(0).in(5, RST, 101, 0, 0);
    wire.in(10, SYN, 9000, 0, 0).out(11, SYN | ACK, 7000, 9001, 0);

    var rows = wire.table.rows().rows();
    assertThat(rows).extracting(FlowRow::state).containsExactly("reset", "SYN answered");
    assertThat(rows.get(1).before()).hasValue(1);
    var old =
        Frames.packet(
            3,
            1,
            Direction.TO_GUEST,
            Frames.tcp(Frames.HOST, 4000, Frames.GUEST, 80, ACK, 101, 501, new byte[0]));
    assertThat(wire.table.flowOf(old, Headers.of(old))).hasValue(1);
  }

  @Test
  void floodsAreBoundedAndSayThatSomethingIsLeftOut() {
    var table = new FlowTable(100);
    for (int i = 0; i < 1000; i++) {
      var frame = Frames.udp(Frames.HOST, 1000 + i, Frames.GUEST, 7, new byte[4]);
      var packet = Frames.packet(i + 1, i, Direction.TO_GUEST, frame);
      table.add(packet, Headers.of(packet));
    }
    assertThat(table.rows().rows()).hasSize(100);
    assertThat(table.rows().cut()).hasValueSatisfying(why -> assertThat(why).startsWith("900 "));
    assertThat(table.rows().rows().getLast().state()).isEqualTo("active");
  }
}
