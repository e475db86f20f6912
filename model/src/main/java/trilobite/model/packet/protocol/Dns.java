// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol.Next;
import trilobite.model.packet.layer.Slice;

/// DNS, mDNS and LLMNR messages (RFC 1035, section 4).
final class Dns {

  private static final int HEAD = 12;
  private static final int MOST_RECORDS = 100;
  private static final int ANSWER = 0x8000;

  private Dns() {}

  static boolean port(int port) {
    return port == 53 || port == 5353 || port == 5355;
  }

  static Next read(LayerBuilder layer, Slice bytes) {
    layer.name("DNS");
    long id = layer.hex("Identifier", 0, 2);
    int flags = bytes.u16(2);
    boolean answer = (flags & ANSWER) != 0;
    var kind = kind(flags >> 11 & 15) + (answer ? " response " : " ") + LayerBuilder.hex(id, 2);
    layer.text(kind);
    layer.add("Flags", 2, 2, LayerBuilder.hex(flags, 2));
    layer.add("Result", 3, 1, result(flags & 15));
    long questions = layer.number("Questions", 4, 2);
    long answers = layer.number("Answers", 6, 2);
    long authorities = layer.number("Authorities", 8, 2);
    long more = layer.number("Additional", 10, 2);
    if (answer && (flags & 15) != 0) {
      kind += " " + result(flags & 15);
      layer.text(kind);
    }
    new Records(layer, bytes, new StringBuilder(kind)).read(questions, answers, authorities + more);
    return Data.nothing(bytes);
  }

  private static final class Records {
    private final LayerBuilder layer;
    private final Slice bytes;
    private final StringBuilder gist;
    private int at = HEAD;

    Records(LayerBuilder layer, Slice bytes, StringBuilder gist) {
      this.layer = layer;
      this.bytes = bytes;
      this.gist = gist;
    }

    void read(long questions, long answers, long others) {
      for (long i = 0; i < Math.min(questions, MOST_RECORDS); i++) {
        var name = DnsName.read(bytes, at);
        var type = DnsRecord.type(bytes.u16(name.end()));
        layer.add("Question", at, name.end() + 4 - at, type + " " + name.text());
        tell(type + " " + name.text());
        at = name.end() + 4;
      }
      for (long i = 0; i < Math.min(answers + others, MOST_RECORDS); i++) {
        var record = DnsRecord.read(bytes, at);
        layer.add(i < answers ? "Answer" : "More", at, record.end() - at, record.text());
        if (i < answers) {
          tell(record.gist());
        }
        at = record.end();
      }
    }

    private void tell(String what) {
      if (gist.length() < 200) {
        layer.text(gist.append(' ').append(what).toString());
      }
    }
  }

  private static String kind(int operation) {
    return switch (operation) {
      case 0 -> "Standard query";
      case 2 -> "Server status";
      case 4 -> "Zone change";
      case 5 -> "Dynamic update";
      default -> "Operation " + operation;
    };
  }

  private static String result(int code) {
    return switch (code) {
      case 0 -> "no error";
      case 1 -> "Format error";
      case 2 -> "Server failure";
      case 3 -> "No such name";
      case 4 -> "Not implemented";
      case 5 -> "Refused";
      default -> "error " + code;
    };
  }
}
