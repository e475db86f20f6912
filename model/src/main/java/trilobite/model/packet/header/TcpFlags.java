// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.header;

import java.util.ArrayList;
import java.util.List;

/// The flags of a TCP header (RFC 9293, section 3.1).
public final class TcpFlags {

  public static final int FIN = 1;
  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int PSH = 8;
  public static final int ACK = 16;
  public static final int URG = 32;
  public static final int ECE = 64;
  public static final int CWR = 128;

  private static final List<String> NAMES =
      List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

  /// Every combination's text; lists show millions.
  private static final List<String> TEXTS = texts();

  private TcpFlags() {}

  /// As lists show them: `SYN ACK`.
  public static String text(int flags) {
    return TEXTS.get(flags & 0xff);
  }

  private static List<String> texts() {
    var texts = new ArrayList<String>();
    for (int flags = 0; flags < 256; flags++) {
      var names = new ArrayList<String>();
      for (int bit = 0; bit < 8; bit++) {
        if ((flags >> bit & 1) != 0) {
          names.add(NAMES.get(bit));
        }
      }
      texts.add(names.isEmpty() ? "no flags" : String.join(" ", names));
    }
    return List.copyOf(texts);
  }
}
