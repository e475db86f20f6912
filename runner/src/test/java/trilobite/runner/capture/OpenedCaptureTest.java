// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.export.PcapNg;

class OpenedCaptureTest {

  private static final long T = 1_767_323_045_678_901_234L;
  private static final byte[] FRAME = HexFormat.of().parseHex("0102030405060708090a0b0c0d0e0f");

  @TempDir Path folder;

  private PacketLog open(byte[] bytes) throws IOException {
    var file = folder.resolve("some.pcapng");
    Files.write(file, bytes);
    return OpenedCapture.open(file);
  }

  private static List<Packet> all(PacketLog log) {
    log.span();
    var packets = new ArrayList<Packet>();
    log.read(1, Integer.MAX_VALUE, packets::add);
    return packets;
  }

  private static NgBytes little() {
    return new NgBytes(ByteOrder.LITTLE_ENDIAN).section();
  }

  @Test
  void whatWeExportComesBackAsItWas() throws IOException {
    var out = new ByteArrayOutputStream();
    var pcap = new PcapNg(out, "about", new PcapNg.Card("net0", "a card"));
    var sent = new ArrayList<Packet>();
    for (int i = 0; i < 3000; i++) {
      var bytes = ByteBuffer.allocate(60 + i % 1400).putInt(0, i);
      var way = List.of(Direction.values()).get(i % 3);
      sent.add(new Packet(i + 1, T + i * 1_000_000L, i, way, bytes.limit(), bytes));
      pcap.write(sent.getLast(), i % 7 == 0 ? Optional.of("retransmission") : Optional.empty());
    }
    pcap.end(T, 3000, 0);

    var log = open(out.toByteArray());

    assertThat(all(log)).isEqualTo(sent);
    assertThat(log.span().trouble()).isEmpty();
    assertThat(log.numberAt(1500)).isEqualTo(1501);
    assertThat(log.packet(3001)).isEmpty();
    assertThat(log.live()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-1, 1000", "6, 1000", "9, 1", "3, 1000000", "0, 1000000000"})
  void timesAreInTheUnitsOfTheirCard(int resolution, long unit) throws IOException {
    var log = open(little().card(1, resolution).packet(0, T / unit, FRAME).bytes());

    assertThat(all(log).getFirst().nanos()).isEqualTo(T / unit * unit);
  }

  @Test
  void timesInPowersOfTwoAreRead() throws IOException {
    long time = (1_767_323_045L << 10) + 512;

    assertThat(all(open(little().card(1, 0x80 | 10).packet(0, time, FRAME).bytes())))
        .extracting(Packet::nanos)
        .containsExactly(1_767_323_045_500_000_000L);
  }

  @Test
  void sectionsHaveTheirOwnOrderAndCards() throws IOException {
    var first = little().card(1, 9).packet(0, 5, FRAME);
    var second = new NgBytes(ByteOrder.BIG_ENDIAN).section().card(1, 6).card(1, 9);
    second.packet(1, 7, FRAME).packet(0, 9, FRAME);

    var log = open(first.raw(second.bytes()).bytes());

    assertThat(all(log)).extracting(Packet::nanos).containsExactly(5L, 7L, 9000L);
    assertThat(log.packet(2).orElseThrow().bytes()).isEqualTo(ByteBuffer.wrap(FRAME));
  }

  @Test
  void whatIsNoEthernetIsLeftOutAndTold() throws IOException {
    var bytes = little().card(1, 9).card(127, 9).packet(1, 5, FRAME).packet(0, 6, FRAME);
    var log = open(bytes.block(77, ByteBuffer.allocate(64)).packet(1, 7, FRAME).bytes());

    assertThat(all(log)).extracting(Packet::nanos).containsExactly(6L);
    assertThat(log.span().trouble())
        .hasValue("some.pcapng is read without 2 packets that are no Ethernet frames");
  }

  @Test
  void aFileCutAtAnyByteHoldsTheWholePacketsBeforeIt() throws IOException {
    var whole = little().card(1, 9).packet(0, 1, FRAME).packet(0, 2, FRAME).bytes();
    int packet = NgBlock.DATA + 16 + 4;
    for (int cut = 4; cut < whole.length; cut++) {
      var log = open(Arrays.copyOf(whole, cut));
      assertThat(all(log)).as("cut at %d", cut).hasSize(cut < whole.length - packet ? 0 : 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-1, a packet does not fit its block",
    "2147483647, a packet does not fit its block",
    "17, a packet does not fit its block"
  })
  void aPacketThatClaimsMoreThanItsBlockEndsTheIndex(int claimed, String why) throws IOException {
    var bytes = little().card(1, 9).packet(0, 1, FRAME).packet(0, 2, FRAME, claimed).bytes();
    var log = open(bytes);

    assertThat(all(log)).hasSize(1);
    assertThat(log.span().trouble()).hasValueSatisfying(said -> assertThat(said).endsWith(why));
  }

  @Test
  void aBlockWhoseLengthLiesEndsTheIndex() throws IOException {
    for (int length : new int[] {0, 8, 13, -4, Integer.MAX_VALUE - 3, 32}) {
      var bad = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
      bad.putInt(NgBlock.PACKET).putInt(length);
      var log = open(little().card(1, 9).packet(0, 1, FRAME).raw(bad.array()).bytes());

      assertThat(all(log)).as("length %d", length).hasSize(1);
      assertThat(log.span().trouble())
          .hasValueSatisfying(why -> assertThat(why).contains("some.pcapng is damaged at byte"));
    }
  }

  @Test
  void aPacketOfACardThatTheFileDoesNotHaveIsTold() throws IOException {
    var log = open(little().packet(0, 1, FRAME).bytes());

    assertThat(all(log)).isEmpty();
    assertThat(log.span().trouble())
        .hasValueSatisfying(why -> assertThat(why).endsWith("that the file does not have"));
  }

  @Test
  void othersPcapFilesAreReadToo() throws IOException {
    var file = folder.resolve("old.pcap");
    var bytes = ByteBuffer.allocate(24 + 16 + FRAME.length);
    bytes.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65535);
    bytes.putInt(1).putInt(1000).putInt(17).putInt(FRAME.length).putInt(99).put(FRAME);
    Files.write(file, bytes.array());

    var packet = all(OpenedCapture.open(file)).getFirst();

    assertThat(packet.nanos()).isEqualTo(1_000_000_017_000L);
    assertThat(packet.t()).isZero();
    assertThat(packet.length()).isEqualTo(99);
    assertThat(packet.direction()).isEqualTo(Direction.UNKNOWN);
  }

  @Test
  void whatCannotBeOpenedIsToldInWords() throws IOException {
    assertThatThrownBy(() -> OpenedCapture.open(folder))
        .hasMessageEndingWith("cannot be read: it is no regular file.");
    assertThatThrownBy(() -> OpenedCapture.open(folder.resolve("none")))
        .hasMessageEndingWith("none cannot be read: there is no such file or folder.");
    for (var bytes : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[100])) {
      assertThatThrownBy(() -> open(bytes))
          .hasMessageEndingWith("cannot be read: it is no pcap file.");
    }
  }
}
