// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import trilobite.model.check.Suggestion;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.Direction;
import trilobite.model.packet.flow.PacketMark;
import trilobite.model.packet.header.TcpFlags;

/// Reads one term: a condition without what joins it to others.
final class Terms {

  private static final Map<String, Integer> FLAGS =
      Map.of(
          "syn", TcpFlags.SYN,
          "ack", TcpFlags.ACK,
          "fin", TcpFlags.FIN,
          "rst", TcpFlags.RST,
          "psh", TcpFlags.PSH,
          "urg", TcpFlags.URG);

  private static final Map<String, Condition> WORDS =
      Map.of(
          "rx", candidate -> candidate.packet.direction() == Direction.TO_GUEST,
          "tx", candidate -> candidate.packet.direction() == Direction.FROM_GUEST,
          "inbound", candidate -> candidate.packet.direction() == Direction.TO_GUEST,
          "outbound", candidate -> candidate.packet.direction() == Direction.FROM_GUEST,
          "broadcast", candidate -> Hardware.first(candidate, 0xff),
          "multicast", candidate -> Hardware.multicast(candidate),
          "marked", candidate -> candidate.row().mark().isPresent());

  private static final List<String> OTHERS =
      List.of(
          "and",
          "or",
          "not",
          "src",
          "dst",
          "host",
          "net",
          "port",
          "portrange",
          "proto",
          "len",
          "less",
          "greater",
          "vlan");

  private final Tokens tokens;
  private final Values values;

  Terms(Tokens tokens) {
    this.tokens = tokens;
    this.values = new Values(tokens);
  }

  Condition next() throws FilterException {
    var token = tokens.peek();
    if (token.kind() == Token.Kind.COLUMN) {
      return Columns.read(tokens.take());
    }
    if (token.kind() == Token.Kind.TEXT) {
      return Columns.contains(tokens.take().text(), PacketRow::info);
    }
    if (token.kind() != Token.Kind.WORD) {
      throw token.wrong("a condition is missing before " + token.name());
    }
    var word = token.text().toLowerCase(Locale.ROOT);
    if (FLAGS.containsKey(word)) {
      tokens.take();
      int flag = FLAGS.getOrDefault(word, 0);
      return candidate -> candidate.headers.has(flag);
    }
    var known = Optional.ofNullable(WORDS.get(word));
    if (known.isPresent()) {
      tokens.take();
      return known.get();
    }
    if (Protocols.APPLICATIONS.contains(word)) {
      tokens.take();
      return candidate -> candidate.row().protocol().equalsIgnoreCase(word);
    }
    return switch (word) {
      case "less" -> length(false);
      case "greater" -> length(true);
      case "vlan" -> vlan();
      default -> values.mayBegin() ? values.read() : unknown(token);
    };
  }

  private Condition length(boolean atLeast) throws FilterException {
    tokens.take();
    var said = tokens.take();
    long length = Constant.of(said).orElseThrow(() -> said.wrong("a length in bytes belongs here"));
    return candidate ->
        atLeast ? candidate.packet.length() >= length : candidate.packet.length() <= length;
  }

  private Condition vlan() {
    tokens.take();
    var number = Constant.of(tokens.peek());
    if (number.isEmpty()) {
      return candidate -> candidate.headers.vlan() >= 0;
    }
    tokens.take();
    return candidate -> candidate.headers.vlan() == number.get();
  }

  private static Condition unknown(Token token) throws FilterException {
    var all = new ArrayList<String>(OTHERS);
    all.addAll(FLAGS.keySet());
    all.addAll(WORDS.keySet());
    all.addAll(Protocols.NAMES);
    all.addAll(Protocols.APPLICATIONS);
    var word = token.text().toLowerCase(Locale.ROOT);
    if (OTHERS.contains(word)) {
      throw token.wrong(
          word.equals("len")
              ? "a comparison such as len > 100 is wanted"
              : "unexpected " + token.name());
    }
    int colon = word.indexOf(':');
    if (colon > 0) {
      var key = Suggestion.nearest(word.substring(0, colon), Columns.KEYS);
      throw token.wrong(
          "there is no column '" + word.substring(0, colon) + "'",
          key.map(k -> k + word.substring(colon)));
    }
    var mark =
        Arrays.stream(PacketMark.values())
            .filter(known -> known.words().startsWith(word))
            .findFirst();
    if (word.length() > 3 && mark.isPresent()) {
      throw token.wrong(
          token.name() + " is no word of a filter", Optional.of("mark:" + token.text()));
    }
    var nearest = Suggestion.nearest(word, all);
    throw token.wrong(
        token.name() + " is no word of a filter",
        nearest.or(() -> Optional.of("\"" + token.text() + "\"")));
  }
}
