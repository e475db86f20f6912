// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.header;

import java.util.Map;
import java.util.Optional;

/// Names of the ports that guests listen on most (IANA service names).
public final class PortName {

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(7, "echo"),
          Map.entry(21, "ftp"),
          Map.entry(22, "ssh"),
          Map.entry(23, "telnet"),
          Map.entry(25, "smtp"),
          Map.entry(53, "domain"),
          Map.entry(67, "bootps"),
          Map.entry(68, "bootpc"),
          Map.entry(69, "tftp"),
          Map.entry(80, "http"),
          Map.entry(123, "ntp"),
          Map.entry(161, "snmp"),
          Map.entry(443, "https"),
          Map.entry(514, "syslog"),
          Map.entry(546, "dhcpv6-client"),
          Map.entry(547, "dhcpv6-server"),
          Map.entry(1883, "mqtt"),
          Map.entry(2049, "nfs"),
          Map.entry(3306, "mysql"),
          Map.entry(5201, "iperf3"),
          Map.entry(5353, "mdns"),
          Map.entry(5355, "llmnr"),
          Map.entry(5432, "postgresql"),
          Map.entry(5683, "coap"),
          Map.entry(6379, "redis"),
          Map.entry(8080, "http-alt"),
          Map.entry(9090, "prometheus"),
          Map.entry(11211, "memcache"));

  private PortName() {}

  public static Optional<String> of(int port) {
    return Optional.ofNullable(NAMES.get(port));
  }

  /// The port that a name means.
  public static Optional<Integer> port(String name) {
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The number, and its name where it has one: `80 (http)`.
  public static String text(int port) {
    return of(port).map(name -> port + " (" + name + ")").orElse(Integer.toString(port));
  }
}
