// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Frames;
import trilobite.model.packet.Packet;
import trilobite.model.packet.Samples;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.protocol.SeqStart;
import trilobite.model.packet.protocol.Summary;

class PacketFilterTest {

  private static final List<String> ALL = List.copyOf(Samples.frames().keySet());

  private static PacketRow row(Packet packet, Headers headers) {
    var summary = Summary.of(packet, headers, SeqStart.NONE);
    return new PacketRow(
        packet.number(),
        packet.t(),
        packet.wall().toString(),
        packet.direction().word(),
        headers.source().toString(),
        headers.sourcePort() < 0 ? OptionalLong.empty() : OptionalLong.of(headers.sourcePort()),
        headers.destination().toString(),
        OptionalLong.empty(),
        summary.protocol(),
        packet.length(),
        summary.info(),
        packet.number() == 4 ? Optional.of("dropped") : Optional.empty(),
        OptionalLong.empty());
  }

  /// Names of the sample frames that pass, each once with its number from 1 on.
  private static List<String> passing(String filter) throws FilterException {
    var parsed = PacketFilter.parse(filter);
    var names = new ArrayList<String>();
    long number = 0;
    for (var sample : Samples.frames().entrySet()) {
      var direction = ++number % 2 == 0 ? Direction.TO_GUEST : Direction.FROM_GUEST;
      var packet = Frames.packet(number, number * 10.0, direction, sample.getValue());
      var headers = Headers.of(packet);
      if (parsed.matches(packet, headers, () -> row(packet, headers))) {
        names.add(sample.getKey());
      }
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          arp                                             => ARP request,ARP reply,VLAN
          tcp and ip6                                     => IPv6 TCP
          icmp or icmp6                                   => ping,port unreachable,neighbour
          tcp port 80 and not arp                         => SYN,ACK,HTTP,IPv6 TCP
          tcp dst port 80 and ip                          => SYN,ACK,HTTP
          tcp src port 80                                 =>
          port domain                                     => DNS question,DNS answer
          udp port 53 or 67                               => DNS question,DNS answer,DHCP
          src host 10.0.2.3                               => DNS answer
          dst 10.0.2.3                                    => DNS question
          src and dst net 10.0.2                          => ARP request,ARP reply,VLAN,SYN,ACK,HTTP,UDP,DNS question,DNS answer,ping,port unreachable,fragment
          net 255.255.0.0 mask 255.255.0.0                => DHCP
          net fe80::/64 and not tcp                       => neighbour,extensions
          arp host 10.0.2.2                               => ARP request,ARP reply,VLAN
          portrange 4000-4001 and udp                     => UDP,DNS question,DNS answer,extensions
          vlan 5                                          => VLAN
          less 43                                         => ARP request,ARP reply
          greater 290 or len == 44                        => DHCP,ping,LLDP
          ether proto 0x88cc                              => LLDP
          ip proto 1                                      => ping,port unreachable
          tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn    => SYN,IPv6 TCP
          syn and not ack                                 => SYN,IPv6 TCP
          psh                                             => HTTP
          icmp[icmptype] == icmp-echo                     => ping
          ip[2:2] > 90 && udp                             => DNS answer,DHCP
          (tcp[12] >> 4) * 4 > 20                         => SYN
          ip[6:2] & 0x1fff != 0                           => fragment
          (arp or icmp) and not (vlan or icmp)            => ARP request,ARP reply
          http                                            => HTTP
          "tides"                                         => HTTP
          proto:dns !dst:10.0.2.3                         => DNS answer
          src:10.0.2.2:51902                              => SYN,ACK,HTTP
          info:"ping) request"                            => ping
          len:>290                                        => DHCP
          no:4                                            => SYN
          mark:drop                                       => SYN
          marked                                          => SYN
          arp rx                                          => ARP reply
          ether src 52:55:0a:00:02:02 and arp             => ARP request,ARP reply,VLAN
          arp or udp and port 53                          => DNS question,DNS answer
          """)
  void packetsThatPass(String filter, String passing) throws FilterException {
    assertThat(String.join(",", passing(filter))).isEqualTo(passing == null ? "" : passing);
  }

  @Test
  void nothingWrittenLetsEverythingPass() throws FilterException {
    assertThat(passing(" ")).isEqualTo(ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tpc port 80        | Column 1: 'tpc' is no word of a filter; did you mean 'tcp'?
          tcp port           | Column 9: a value is missing before the end.
          port htpp          | Column 6: 'htpp' is no port.
          port 70000         | Column 6: '70000' is no port.
          host guest         | Column 6: 'guest' is no address; names are not looked up.
          8080               | Column 1: what is '8080'?; did you mean 'port 8080'?
          tcp and            | Column 8: a condition is missing before the end.
          (tcp or udp        | Column 1: this ( is never closed.
          tcp)               | Column 4: nothing is open that this could close.
          tcp[13 == 2        | Column 8: a ] is missing before '=='.
          tcp[13:3] == 2     | Column 8: 1, 2 or 4 bytes can be read at once.
          tcp[tcpflag] = 2   | Column 5: a number belongs here; did you mean 'tcpflags'?
          tcp[13] & 2        | Column 12: a comparison such as == is missing before the end.
          len                | Column 1: a comparison such as len > 100 is wanted.
          prot:tcp           | Column 1: there is no column 'prot'; did you mean 'proto:tcp'?
          len:big            | Column 1: a number belongs behind the colon, such as len:>100.
          "tides             | Column 1: this text has no closing ".
          tcp $              | Column 5: this sign means nothing here.
          tides              | Column 1: 'tides' is no word of a filter; did you mean '"tides"'?
          dropped            | Column 1: 'dropped' is no word of a filter; did you mean 'mark:dropped'?
          net 10.0.2.0 mask 255.0.255.0 | Column 19: a mask such as 255.255.255.0 is wanted.
          """)
  void whatIsNoFilterIsToldWithItsPlace(String filter, String sentence) {
    var told =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            FilterException.class, () -> PacketFilter.parse(filter));

    assertThat(told).isNotNull();
    assertThat(told.sentence()).isEqualTo(sentence);
  }

  @Test
  void anyTextIsAFilterOrIsRefused() {
    var words =
        ("tcp udp arp src dst host net port portrange and or not ( ) [ ] & | == 10.0.2.2 80 13 :"
                + " len > tcp-syn info:a \"b\" vlan ether less mask 10.0/8 fe80::1 -")
            .split(" ");
    var random = new Random(11);
    int filters = 0;
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int k = random.nextInt(8); k >= 0; k--) {
        text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
      }
      try {
        passing(text.toString());
        filters++;
      } catch (FilterException e) {
        assertThat(e.column()).isBetween(0, text.length());
      }
    }
    assertThat(filters).isGreaterThan(500);
  }
}
