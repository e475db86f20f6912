// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import trilobite.model.packet.Frames;
import trilobite.model.packet.Samples;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.layer.Field;
import trilobite.model.packet.layer.Layer;

class DecoderTest {

  private static final Map<String, byte[]> FRAMES = Samples.frames();

  static List<String> kinds() {
    return List.copyOf(FRAMES.keySet());
  }

  private static byte[] frame(String kind) {
    return FRAMES.getOrDefault(kind, new byte[0]);
  }

  private static Summary summary(byte[] frame) {
    var packet = Frames.packet(frame);
    return Summary.of(packet, Headers.of(packet), SeqStart.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ARP request      | ARP    | Who has 10.0.2.15? Tell 10.0.2.2
          ARP reply        | ARP    | 10.0.2.15 is at 52:55:0a:00:02:02
          VLAN             | ARP    | Who has 10.0.2.15? Tell 10.0.2.2
          SYN              | TCP    | 51902 → 80 [SYN] Seq=100 Win=65535 Len=0 MSS=1460
          ACK              | TCP    | 51902 → 80 [ACK] Seq=101 Ack=501 Win=65535 Len=0
          HTTP             | HTTP   | GET /tides HTTP/1.1
          UDP              | UDP    | 4000 → 7 Len=5
          DNS question     | DNS    | Standard query 0x1234 A example.com
          DNS answer       | DNS    | Standard query response 0x1234 A example.com CNAME www.example.com A 93.184.216.34
          DHCP             | DHCP   | Discover, transaction 0x3903f326
          ping             | ICMP   | Echo (ping) request id=0x0001 seq=7
          port unreachable | ICMP   | Port unreachable
          fragment         | IPv4   | Fragment of UDP
          neighbour        | ICMPv6 | Neighbour solicitation for fe80::2
          extensions       | UDP    | 4000 → 7 Len=0
          IPv6 TCP         | TCP    | 4000 → 80 [SYN] Seq=7 Win=65535 Len=0
          LLDP             | LLDP   | 44 bytes
          802.3            | 802.3  | 60 bytes
          """)
  void eachKindIsToldInOneLine(String kind, String protocol, String info) {
    assertThat(summary(frame(kind))).isEqualTo(new Summary(protocol, info));
  }

  @Test
  void fieldsSayWhichBytesTheyAre() {
    var layers = Decoder.decode(ByteBuffer.wrap(frame("HTTP")));

    assertThat(layers)
        .extracting(Layer::name)
        .containsExactly("Ethernet", "IPv4", "TCP", "HTTP", "Data");
    assertThat(layers).extracting(Layer::offset).containsExactly(0, 14, 34, 54, 86);
    assertThat(layers).flatExtracting(layer -> layer.trouble().stream().toList()).isEmpty();
    var tcp = layers.get(2);
    assertThat(field(tcp, "Window")).isEqualTo(new Field("Window", "65535", 48, 2, List.of()));
    assertThat(field(tcp, "Checksum").value()).endsWith(" ok");
    assertThat(field(layers.get(1), "Checksum").value()).endsWith(" ok");
    assertThat(field(tcp, "Flags").parts())
        .extracting(Field::value)
        .containsExactly(
            "not set", "not set", "not set", "set", "set", "not set", "not set", "not set");
    assertThat(field(layers.get(3), "Host").value()).isEqualTo("a");
  }

  private static Field field(Layer layer, String name) {
    return layer.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void tcpOptionsAreNamed() {
    var options = field(Decoder.decode(ByteBuffer.wrap(frame("SYN"))).get(2), "Options").parts();

    assertThat(options.stream().map(o -> o.name() + " " + o.value()).collect(Collectors.toList()))
        .containsExactly(
            "Maximum segment size 1460",
            "Selective acknowledgements allowed ",
            "Timestamps 1, echo 2",
            "No operation ",
            "Window scale 7 (times 128)");
  }

  @Test
  void aWrongChecksumSaysWhatItShouldBe() {
    var frame = frame("ACK").clone();
    frame[49]++;

    assertThat(field(Decoder.decode(ByteBuffer.wrap(frame)).get(2), "Checksum").value())
        .contains("wrong, should be 0x");
  }

  @Test
  void aNameThatPointsToItselfEnds() {
    var circle = Frames.hex("1234 0100 0001 0000 0000 0000 c00c 0001 0001");
    var frame = Frames.udp(Frames.GUEST, 4001, "10.0.2.3", 53, circle);

    assertThat(summary(frame).info()).endsWith("(a circle)");
  }

  @Test
  void controlsInWhatTheGuestSendsAreMadeVisible() {
    var evil = Frames.ascii("GET /\u001b[2J HTTP/1.1\r\n\r\n");
    var frame = Frames.tcp(Frames.GUEST, 80, Frames.HOST, 1, 24, 1, 1, evil);

    assertThat(summary(frame).info()).isEqualTo("GET /\\e[2J HTTP/1.1");
  }

  /// Buffers end where the frame does, so that a byte read behind it would throw.
  @ParameterizedTest
  @MethodSource("kinds")
  void aFrameCutAtAnyByteIsDecodedAsFarAsItGoes(String kind) {
    var whole = frame(kind);
    for (int cut = 0; cut <= whole.length; cut++) {
      decodeAll(Arrays.copyOf(whole, cut));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anyByteMayLie(String kind) {
    var frame = frame(kind);
    for (int at = 0; at < frame.length; at++) {
      byte was = frame[at];
      for (int lie : new int[] {0, 1, 0x7f, 0x80, 0xff, was + 1, was - 1}) {
        frame[at] = (byte) lie;
        decodeAll(frame);
      }
      frame[at] = was;
    }
  }

  @Test
  void noiseIsDecodedToo() {
    var random = new Random(7);
    var kinds = List.copyOf(FRAMES.values());
    for (int i = 0; i < 20_000; i++) {
      var frame = kinds.get(random.nextInt(kinds.size())).clone();
      for (int k = 0; k < 4; k++) {
        frame[random.nextInt(frame.length)] = (byte) random.nextInt();
      }
      decodeAll(frame);
    }
  }

  private static void decodeAll(byte[] frame) {
    for (var layer : Decoder.decode(ByteBuffer.wrap(frame))) {
      within(layer.offset(), layer.length(), frame.length);
      layer.fields().forEach(field -> within(field, frame.length));
    }
    assertThat(summary(frame).info()).isNotNull();
  }

  private static void within(Field field, int size) {
    within(field.offset(), field.length(), size);
    field.parts().forEach(part -> within(part, size));
  }

  private static void within(int offset, int length, int size) {
    if (offset < 0 || length < 0 || offset + length > size) {
      throw new AssertionError(offset + " + " + length + " of " + size);
    }
  }
}
