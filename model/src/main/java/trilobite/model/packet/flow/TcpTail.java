// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import trilobite.model.packet.Packet;
import trilobite.model.packet.flow.FlowTrace.Stretch;
import trilobite.model.packet.header.Headers;

/// The options of a TCP header that its windows and acknowledgements need (RFC 9293, section 3.2).
/// Lengths lie within the header or end the walk.
final class TcpTail {

  private static final int FIXED = 20;
  private static final int SCALE = 3;
  private static final int SELECTIVE = 5;
  private static final int MOST_SCALE = 14;

  private TcpTail() {}

  @FunctionalInterface
  private interface Visitor {
    /// @param at where the option's kind stands
    void option(int kind, int at, int size);
  }

  private static void walk(Packet packet, Headers headers, Visitor visitor) {
    var bytes = packet.bytes();
    int end = Math.min(headers.payload(), bytes.limit());
    int at = headers.transport() + FIXED;
    while (headers.transport() >= 0 && at < end) {
      int kind = bytes.get(at) & 0xff;
      if (kind == 0) {
        return;
      }
      int size = kind == 1 ? 1 : at + 1 < end ? bytes.get(at + 1) & 0xff : 0;
      if (size == 0 || (kind != 1 && size < 2) || at + size > end) {
        return;
      }
      visitor.option(kind, at, size);
      at += size;
    }
  }

  /// How many bits windows are shifted by (RFC 7323).
  static OptionalInt windowScale(Packet packet, Headers headers) {
    var found = new int[] {-1};
    walk(
        packet,
        headers,
        (kind, at, size) -> {
          if (kind == SCALE && size == 3) {
            found[0] = Math.min(MOST_SCALE, packet.bytes().get(at + 2) & 0xff);
          }
        });
    return found[0] < 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
  }

  /// Selectively acknowledged stretches, by raw sequence numbers (RFC 2018).
  static List<Stretch> selective(Packet packet, Headers headers) {
    var found = new ArrayList<Stretch>();
    walk(
        packet,
        headers,
        (kind, at, size) -> {
          for (int one = at + 2; kind == SELECTIVE && one + 8 <= at + size; one += 8) {
            found.add(
                new Stretch(
                    Integer.toUnsignedLong(packet.bytes().getInt(one)),
                    Integer.toUnsignedLong(packet.bytes().getInt(one + 4))));
          }
        });
    return found;
  }
}
