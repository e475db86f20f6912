// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.packet.layer.Field;
import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Slice;

/// Options of a TCP header (RFC 9293, section 3.2; RFC 7323; RFC 2018).
final class TcpOptions {

  private static final int FIRST = 20;

  private TcpOptions() {}

  /// @param head the header, options included and nothing behind them
  static void add(LayerBuilder layer, Slice head) {
    List<Field> parts = new ArrayList<>();
    int at = FIRST;
    while (at < head.size() && head.u8(at) != 0) {
      int kind = head.u8(at);
      int size = kind == 1 || !head.has(at + 1, 1) ? 1 : head.u8(at + 1);
      if (size == 0 || !head.has(at, size)) {
        layer.trouble("an option claims " + size + " bytes");
        break;
      }
      parts.add(layer.part(name(kind), at, size, value(head, kind, at, size)));
      at += size;
    }
    layer.add("Options", FIRST, head.size() - FIRST, parts.size() + "", parts);
  }

  private static String name(int kind) {
    return switch (kind) {
      case 1 -> "No operation";
      case 2 -> "Maximum segment size";
      case 3 -> "Window scale";
      case 4 -> "Selective acknowledgements allowed";
      case 5 -> "Selective acknowledgement";
      case 8 -> "Timestamps";
      default -> "Option " + kind;
    };
  }

  private static String value(Slice head, int kind, int at, int size) {
    if (kind == 2 && size == 4) {
      return Integer.toString(head.u16(at + 2));
    }
    if (kind == 3 && size == 3) {
      int shift = head.u8(at + 2);
      return shift + (shift <= 14 ? " (times " + (1 << shift) + ")" : "");
    }
    if (kind == 8 && size == 10) {
      return head.u32(at + 2) + ", echo " + head.u32(at + 6);
    }
    return size > 2 ? head.hex(at + 2, size - 2) : "";
  }
}
