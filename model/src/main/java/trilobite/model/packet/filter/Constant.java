// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.check.Suggestion;

/// Numbers and their names, as tcpdump has them.
final class Constant {

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}");
  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,8}");

  private static final Map<String, Long> NAMES =
      Map.ofEntries(
          Map.entry("tcpflags", 13L),
          Map.entry("tcp-fin", 1L),
          Map.entry("tcp-syn", 2L),
          Map.entry("tcp-rst", 4L),
          Map.entry("tcp-push", 8L),
          Map.entry("tcp-ack", 16L),
          Map.entry("tcp-urg", 32L),
          Map.entry("tcp-ece", 64L),
          Map.entry("tcp-cwr", 128L),
          Map.entry("icmptype", 0L),
          Map.entry("icmpcode", 1L),
          Map.entry("icmp-echoreply", 0L),
          Map.entry("icmp-unreach", 3L),
          Map.entry("icmp-redirect", 5L),
          Map.entry("icmp-echo", 8L),
          Map.entry("icmp-timxceed", 11L),
          Map.entry("icmp-paramprob", 12L),
          Map.entry("icmp6type", 0L),
          Map.entry("icmp6code", 1L),
          Map.entry("icmp6-echo", 128L),
          Map.entry("icmp6-echoreply", 129L),
          Map.entry("icmp6-neighborsolicit", 135L),
          Map.entry("icmp6-neighboradvert", 136L));

  private Constant() {}

  static Optional<Long> of(Token token) {
    if (token.kind() != Token.Kind.WORD) {
      return Optional.empty();
    }
    var text = token.text().toLowerCase(Locale.ROOT);
    if (DECIMAL.matcher(text).matches()) {
      return Optional.of(Long.parseLong(text));
    }
    return HEXADECIMAL.matcher(text).matches()
        ? Optional.of(Long.parseLong(text.substring(2), 16))
        : Optional.ofNullable(NAMES.get(text));
  }

  static Optional<String> meant(Token token) {
    return Suggestion.nearest(token.text(), NAMES.keySet());
  }
}
