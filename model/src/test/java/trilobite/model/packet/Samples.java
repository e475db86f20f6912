// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet;

import static trilobite.model.packet.Frames.GUEST;
import static trilobite.model.packet.Frames.HOST;
import static trilobite.model.packet.Frames.ascii;
import static trilobite.model.packet.Frames.hex;
import static trilobite.model.packet.Frames.join;

import java.util.LinkedHashMap;
import java.util.Map;

/// One frame of each kind that is decoded.
public final class Samples {

  private static final byte[] OPTIONS = hex("020405b4 0402 080a0000000100000002 01 030307");
  private static final byte[] QUESTION =
      join(hex("1234 0100 0001 0000 0000 0000"), name("example", "com"), hex("0001 0001"));
  private static final byte[] ANSWER =
      join(
          hex("1234 8180 0001 0002 0000 0000"),
          name("example", "com"),
          hex("0001 0001"),
          hex("c00c 0005 0001 0000003c 0006"),
          hex("03 777777 c00c"),
          hex("c00c 0001 0001 0000003c 0004 5db8d822"));

  private Samples() {}

  private static byte[] name(String... labels) {
    byte[] all = {};
    for (var label : labels) {
      all = join(all, new byte[] {(byte) label.length()}, ascii(label));
    }
    return join(all, new byte[1]);
  }

  private static byte[] dhcp() {
    return join(
        hex("01010600 3903f326 00000000 00000000 0a00020f 0a000202 00000000 525400123456"),
        new byte[202],
        hex("63825363 350101 3204 0a00020f 0c04 74696465 3304 00015180 ff"));
  }

  public static Map<String, byte[]> frames() {
    var frames = new LinkedHashMap<String, byte[]>();
    frames.put("ARP request", Frames.arp(1, HOST, GUEST));
    frames.put("ARP reply", Frames.arp(2, GUEST, HOST));
    frames.put("VLAN", Frames.tagged(0x2005, 0x0806, tail(Frames.arp(1, HOST, GUEST), 14)));
    frames.put("SYN", tcp(2, 100, 0, OPTIONS, ""));
    frames.put("ACK", tcp(16, 101, 501, new byte[0], ""));
    frames.put(
        "HTTP", tcp(24, 101, 501, new byte[0], "GET /tides HTTP/1.1\r\nHost: a\r\n\r\nbody"));
    frames.put("UDP", Frames.udp(HOST, 4000, GUEST, 7, ascii("hello")));
    frames.put("DNS question", Frames.udp(GUEST, 4001, "10.0.2.3", 53, QUESTION));
    frames.put("DNS answer", Frames.udp("10.0.2.3", 53, GUEST, 4001, ANSWER));
    frames.put("DHCP", Frames.udp("0.0.0.0", 68, "255.255.255.255", 67, dhcp()));
    frames.put("ping", Frames.ip4(1, HOST, GUEST, hex("0800 f7f2 0001 0007 0002")));
    frames.put(
        "port unreachable",
        Frames.ip4(
            1,
            GUEST,
            HOST,
            join(hex("0303 0000 00000000"), tail(Frames.udp(HOST, 1, GUEST, 2, new byte[4]), 14))));
    frames.put(
        "fragment",
        Frames.ethernet(0x0800, Frames.ip4Packet(17, HOST, GUEST, 0x20b9, new byte[40])));
    frames.put(
        "neighbour",
        Frames.carried(
            58,
            "fe80::1",
            "ff02::1:ff00:2",
            hex("8700 0000 00000000 fe800000000000000000000000000002 0101 525400123456"),
            2));
    frames.put(
        "extensions",
        Frames.ip6(
            0,
            "fe80::1",
            "fe80::2",
            hex("2b00 010400000000 2c00 000000000000 1100 0001 00000007 0fa0 0007 0008 0000")));
    frames.put("IPv6 TCP", Frames.tcp("fe80::1", 4000, "fe80::2", 80, 2, 7, 0, new byte[0]));
    frames.put("LLDP", Frames.ethernet(0x88cc, new byte[30]));
    frames.put("802.3", Frames.ethernet(38, new byte[46]));
    return frames;
  }

  private static byte[] tcp(int flags, long seq, long ack, byte[] options, String data) {
    return Frames.tcp(HOST, 51902, GUEST, 80, flags, seq, ack, 65535, options, ascii(data));
  }

  private static byte[] tail(byte[] bytes, int from) {
    return java.util.Arrays.copyOfRange(bytes, from, bytes.length);
  }
}
