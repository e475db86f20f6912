// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import java.util.Optional;
import java.util.regex.Pattern;

/// A port forward as declared: `8080:80` is short for `tcp:127.0.0.1:8080:80`; host port 0 asks for
/// any free one.
public record Forward(String proto, String host, int hostPort, int guestPort) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(tcp|udp):)?(?:(\\d{1,3}(?:\\.\\d{1,3}){3}|localhost):)?(\\d{1,5}):(\\d{1,5})");

  /// Reads a declaration; empty where it is none or a port is out of range.
  public static Optional<Forward> parse(String text) {
    var match = FORM.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    int host = Integer.parseInt(match.group(3));
    int guest = Integer.parseInt(match.group(4));
    if (host > 65535 || guest < 1 || guest > 65535) {
      return Optional.empty();
    }
    var address =
        match.group(2) == null || match.group(2).equals("localhost") ? "127.0.0.1" : match.group(2);
    return Optional.of(
        new Forward(match.group(1) == null ? "tcp" : match.group(1), address, host, guest));
  }

  /// True where only this host can connect.
  public boolean loopback() {
    return host.startsWith("127.");
  }

  /// The shortest declaration that reads back as this forward.
  public String declaration() {
    var ports = hostPort + ":" + guestPort;
    return proto.equals("tcp") && host.equals("127.0.0.1")
        ? ports
        : proto + ":" + host + ":" + ports;
  }
}
