// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.reach.Answer.Outcome;
import trilobite.model.reach.Probe;

class ProbeFramesTest {

  private static final int GUEST_IP = 0x0a00020f;
  private static final Address GUEST = new Address(0x525400123456L, GUEST_IP);
  private static final Address HOST = Address.asking(GUEST_IP);

  /// Frames as the guest would send them.
  private static final ProbeFrames FROM_GUEST = new ProbeFrames(GUEST, HOST);

  private static Asked asked(Probe probe) {
    return new Asked(probe, new ProbeFrames(HOST, GUEST), 40000);
  }

  private static Optional<ReplyFrame> parsed(ByteBuffer frame) {
    return ReplyFrame.of(frame, 0, frame.remaining());
  }

  private static Optional<Outcome> outcome(Asked asked, ByteBuffer reply) {
    return parsed(reply).flatMap(asked::outcome);
  }

  private static ByteBuffer echoReply(int id, int sequence) {
    var frame = FROM_GUEST.echo(id, sequence);
    return frame.put(ProbeFrames.ETHERNET + 20, (byte) 0);
  }

  private static ByteBuffer tcp(int from, int to, int flags, int acknowledged) {
    var frame = FROM_GUEST.tcp(from, to, 7, flags);
    return frame.putInt(ProbeFrames.ETHERNET + 20 + 8, acknowledged);
  }

  @Test
  void checksumsOverWhatWasSentAreZero() {
    var frame = new ProbeFrames(HOST, GUEST).echo(1, 2);
    int ip = ProbeFrames.ETHERNET;
    assertThat(ProbeFrames.checksum(frame, ip, 20, 0)).isZero();
    assertThat(ProbeFrames.checksum(frame, ip + 20, frame.getShort(ip + 2) - 20, 0)).isZero();
    assertThat(frame.remaining()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void onlyTheGuestsOwnReplyCounts() {
    var arp = asked(new Probe.Arp());
    assertThat(outcome(arp, FROM_GUEST.arp(2))).contains(Outcome.ANSWERED);
    assertThat(outcome(arp, FROM_GUEST.arp(1))).isEmpty();
    var other = new ProbeFrames(new Address(5, 0x0a000210), HOST);
    assertThat(outcome(arp, other.arp(2))).isEmpty();
  }

  @Test
  void anEchoOfAnotherSeriesIsNotOurs() {
    var echo = asked(new Probe.Echo(3));
    assertThat(outcome(echo, echoReply(40000, 3))).contains(Outcome.ANSWERED);
    assertThat(outcome(echo, echoReply(40000, 2))).isEmpty();
    assertThat(outcome(echo, echoReply(39999, 3))).isEmpty();
    assertThat(outcome(echo, FROM_GUEST.echo(40000, 3))).isEmpty();
  }

  @Test
  void aSynAckIsAnAnswerAndIsTakenBackAResetARefusal() {
    var connect = asked(new Probe.Connect(80));
    int next = connect.frame().getInt(ProbeFrames.ETHERNET + 20 + 4) + 1;
    var both = ProbeFrames.SYN | ProbeFrames.ACK;
    assertThat(outcome(connect, tcp(80, 40000, both, next))).contains(Outcome.ANSWERED);
    assertThat(outcome(connect, tcp(80, 40000, ProbeFrames.RST | ProbeFrames.ACK, next)))
        .contains(Outcome.REFUSED);
    assertThat(outcome(connect, tcp(80, 40000, both, next + 1))).isEmpty();
    assertThat(outcome(connect, tcp(81, 40000, both, next))).isEmpty();

    var reset = parsed(tcp(80, 40000, both, next)).flatMap(connect::further).orElseThrow();
    assertThat(reset.get(ProbeFrames.ETHERNET + 20 + 13)).isEqualTo((byte) ProbeFrames.RST);
    assertThat(reset.getInt(ProbeFrames.ETHERNET + 20 + 4)).isEqualTo(next);
    assertThat(parsed(tcp(80, 40000, ProbeFrames.RST, next)).flatMap(connect::further)).isEmpty();
  }

  @Test
  void aGuestOfAnotherNetIsAskedFromThatNetAndToldWhoAsks() {
    var from = Address.asking(0xac2c0002);
    assertThat(Address.words(from.ip())).isEqualTo("172.44.0.254");
    assertThat(Address.words(Address.asking(0xac2c00fe).ip())).isEqualTo("172.44.0.253");

    var guest = new Address(9, 0xac2c0002);
    var asked = new Asked(new Probe.Echo(1), new ProbeFrames(from, guest), 1);
    var question = new ProbeFrames(guest, new Address(0, from.ip())).arp(1);
    var told = parsed(question).flatMap(asked::further).flatMap(ProbeFramesTest::parsed);
    assertThat(told).contains(new ReplyFrame.Arp(from, 2, guest.ip()));
  }

  @Test
  void aFrameThatIsCutAnywhereIsReadWithoutHarm() {
    for (var frame : new ByteBuffer[] {echoReply(1, 1), tcp(80, 40000, 18, 1), FROM_GUEST.arp(2)}) {
      for (int length = 0; length <= frame.limit(); length++) {
        var cut = new byte[length];
        frame.get(0, cut);
        var _ = ReplyFrame.of(ByteBuffer.wrap(cut), 0, length);
      }
    }
    var lies = echoReply(1, 1).put(ProbeFrames.ETHERNET, (byte) 0x4f);
    assertThat(parsed(lies).orElseThrow()).isInstanceOf(ReplyFrame.Ip.class);
  }
}
