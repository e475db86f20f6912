// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/// A comparison of numbers that are computed from a packet: `tcp[13] & 2 != 0`. Operators bind as
/// in tcpdump: `* /`, then `+ -`, then shifts, then `& | ^`.
final class Relation {

  private static final Map<String, BiPredicate<Long, Long>> COMPARISONS =
      Map.of(
          "=", Long::equals,
          "==", Long::equals,
          "!=", (left, right) -> !left.equals(right),
          "<", (left, right) -> left < right,
          ">", (left, right) -> left > right,
          "<=", (left, right) -> left <= right,
          ">=", (left, right) -> left >= right);

  private static final List<Map<String, Quantity.Operation>> LEVELS =
      List.of(
          Map.of("&", (a, b) -> a & b, "|", (a, b) -> a | b, "^", (a, b) -> a ^ b),
          Map.of("<<", (a, b) -> a << (b & 63), ">>", (a, b) -> a >>> (b & 63)),
          Map.of("+", (a, b) -> a + b, "-", (a, b) -> a - b),
          Map.of("*", (a, b) -> a * b, "/", (a, b) -> b == 0 ? Quantity.ABSENT : a / b));

  private final Tokens tokens;

  Relation(Tokens tokens) {
    this.tokens = tokens;
  }

  static boolean mayBegin(Tokens tokens) {
    var first = tokens.peek();
    var second = tokens.peek(1);
    if (first.is("(") || first.is("-")) {
      return true;
    }
    boolean operator =
        second.kind() == Token.Kind.SIGN
            && !List.of("(", ")", "!", "&&", "||").contains(second.text());
    return operator && (Bytes.owner(first) || first.is("len") || Constant.of(first).isPresent());
  }

  Condition read() throws FilterException {
    var left = level(0);
    var sign = tokens.peek();
    var comparison = Optional.ofNullable(COMPARISONS.get(sign.text()));
    if (sign.kind() != Token.Kind.SIGN || comparison.isEmpty()) {
      throw sign.wrong("a comparison such as == is missing before " + sign.name());
    }
    tokens.take();
    var right = level(0);
    return candidate -> {
      long one = left.of(candidate);
      long other = right.of(candidate);
      return one != Quantity.ABSENT
          && other != Quantity.ABSENT
          && comparison.get().test(one, other);
    };
  }

  private Quantity level(int level) throws FilterException {
    if (level == LEVELS.size()) {
      return operand();
    }
    var left = level(level + 1);
    while (tokens.peek().kind() == Token.Kind.SIGN) {
      var operation = LEVELS.get(level).get(tokens.peek().text());
      if (operation == null) {
        break;
      }
      tokens.take();
      left = left.with(level(level + 1), operation);
    }
    return left;
  }

  private Quantity operand() throws FilterException {
    var token = tokens.take();
    if (token.is("(")) {
      var inside = level(0);
      if (!tokens.take(")")) {
        throw token.wrong("this ( is never closed");
      }
      return inside;
    }
    if (token.is("-")) {
      var rest = operand();
      return ((Quantity) candidate -> 0).with(rest, (zero, value) -> -value);
    }
    if (token.is("len")) {
      return candidate -> candidate.packet.length();
    }
    if (Bytes.owner(token) && tokens.take("[")) {
      return bytes(token);
    }
    long constant =
        Constant.of(token)
            .orElseThrow(() -> token.wrong("a number belongs here", Constant.meant(token)));
    return candidate -> constant;
  }

  private Quantity bytes(Token owner) throws FilterException {
    var offset = level(0);
    long size = 1;
    if (tokens.take(":")) {
      var said = tokens.take();
      size = Constant.of(said).orElse(0L);
      if (size != 1 && size != 2 && size != 4) {
        throw said.wrong("1, 2 or 4 bytes can be read at once");
      }
    }
    if (!tokens.take("]")) {
      throw tokens.peek().wrong("a ] is missing before " + tokens.peek().name());
    }
    return new Bytes(owner.text(), offset, (int) size);
  }
}
