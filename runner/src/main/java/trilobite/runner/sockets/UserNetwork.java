// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.util.List;
import java.util.regex.Pattern;

/// QEMU's user network as its monitor's `info usernet` tells it. Source: libslirp 4.7,
/// `slirp_connection_info` of src/misc.c.
final class UserNetwork {

  private static final int MOST = 10_000;
  private static final Pattern LINE =
      Pattern.compile(
          "^\\s*(TCP|UDP)\\[([A-Z_0-9]{1,20})]\\s+(\\d{1,7})\\s+(\\S+)\\s+(\\d{1,5}|\\*)\\s+(\\S+)"
              + "\\s+(\\d{1,5}|\\*)\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*$",
          Pattern.MULTILINE);

  private UserNetwork() {}

  /// A socket that QEMU has for the guest.
  ///
  /// @param state of its connection with the guest, such as `ESTABLISHED` or `SYN_SENT`;
  ///   `HOST_FORWARD` for a forward itself
  /// @param descriptor in QEMU's process
  record Line(String protocol, String state, int descriptor, int sourcePort, int port) {}

  static List<Line> parse(String text) {
    return LINE.matcher(text)
        .results()
        .limit(MOST)
        .map(
            found ->
                new Line(
                    found.group(1).equals("TCP") ? "tcp" : "udp",
                    found.group(2),
                    Integer.parseInt(found.group(3)),
                    port(found.group(5)),
                    port(found.group(7))))
        .toList();
  }

  private static int port(String text) {
    return text.equals("*") ? 0 : Integer.parseInt(text);
  }
}
