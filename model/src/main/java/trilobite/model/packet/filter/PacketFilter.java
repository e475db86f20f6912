// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.function.Supplier;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.Packet;
import trilobite.model.packet.header.Headers;

/// Which packets to show. Reads what tcpdump reads of the everyday part of its language:
///
/// - `host A`, `net A/N`, `port P`, `portrange P-Q`, each with `src` or `dst` and a protocol before
///   it; `ether host M`; `vlan N`; protocols `ip ip6 arp icmp icmp6 tcp udp`;
/// - `len`, `less`, `greater`, and bytes: `tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn`;
/// - `and or not ( )`, also written `&& || !`. As in tcpdump, `and` and `or` bind alike, from left
///   to right, and a value alone repeats what stood before the last one: `port 80 or 443`.
///
/// Beyond it: TCP flags by name (`syn ack fin rst psh urg`), `rx` and `tx` for the direction, `http
/// dns dhcp`, `marked`, text between quotation marks in the info, and `key:value` by column, with
/// `key:>value` for numbers. Terms side by side must all hold.
///
/// Immutable; safe from any thread.
public final class PacketFilter {

  /// Lets everything pass.
  public static final PacketFilter ALL = new PacketFilter("", candidate -> true);

  private final String text;
  private final Condition condition;

  private PacketFilter(String text, Condition condition) {
    this.text = text;
    this.condition = condition;
  }

  /// @throws FilterException where the text is no filter, with the place and what may be meant
  public static PacketFilter parse(String text) throws FilterException {
    if (text.isBlank()) {
      return ALL;
    }
    return new PacketFilter(text, new FilterParser(new Tokens(text)).whole());
  }

  /// As it was written.
  public String text() {
    return text;
  }

  /// @param row asked only where the filter looks at columns
  public boolean matches(Packet packet, Headers headers, Supplier<PacketRow> row) {
    return condition.holds(new Candidate(packet, headers, row));
  }
}
