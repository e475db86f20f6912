// SPDX-License-Identifier: Apache-2.0
package trilobite.model.expression;

import java.util.Locale;
import java.util.regex.Pattern;
import trilobite.model.expression.Expression.Literal;

/// Numbers and characters as C spells them.
final class Numbers {

  private static final Pattern WHOLE =
      Pattern.compile(
          "(0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9]\\d*)([uU]?(?:l|L|ll|LL)?|(?:l|L|ll|LL)[uU])");

  private static final Pattern REAL =
      Pattern.compile("(\\d+\\.\\d*(?:[eE][+-]?\\d+)?|\\d+[eE][+-]?\\d+)[fFlL]?");

  private Numbers() {}

  static Expression of(Token token) throws ExpressionException {
    var text = token.text();
    var real = REAL.matcher(text);
    if (real.matches()) {
      return new Expression.Real(Double.parseDouble(real.group(1)), token.column());
    }
    var match = WHOLE.matcher(text);
    if (!match.matches()) {
      throw new ExpressionException(token.column(), "\"" + text + "\" is no number");
    }
    var value = value(token, match.group(1));
    var suffix = match.group(2).toLowerCase(Locale.ROOT);
    var decimal = match.group(1).matches("0|[1-9]\\d*");
    var marked = suffix.contains("u");
    var widest = decimal && !marked ? 0x7fffffffL : 0xffffffffL;
    var wide = suffix.contains("l") || value < 0 || value > widest;
    // A hexadecimal number that fits no signed type is an unsigned one. C17, 6.4.4.1.
    var unsigned = marked || value < 0 || (!wide && value > 0x7fffffffL);
    return new Literal(value, unsigned, wide, token.column());
  }

  private static long value(Token token, String digits) throws ExpressionException {
    try {
      if (digits.matches("0[xX].*")) {
        return Long.parseUnsignedLong(digits.substring(2), 16);
      }
      if (digits.matches("0[bB].*")) {
        return Long.parseUnsignedLong(digits.substring(2), 2);
      }
      return Long.parseUnsignedLong(digits, digits.matches("0\\d+") ? 8 : 10);
    } catch (NumberFormatException e) {
      throw new ExpressionException(token.column(), digits + " does not fit into 64 bits");
    }
  }

  static Literal character(Token token) throws ExpressionException {
    return new Literal(code(token), false, false, token.column());
  }

  /// As gcc has it on x86, where a plain `char` has a sign, and with its `\e`.
  private static int code(Token token) throws ExpressionException {
    var text = token.text();
    if (!text.startsWith("\\")) {
      return text.charAt(0);
    }
    var rest = text.substring(1);
    if (rest.matches("[0-7]{1,3}")) {
      return (byte) Integer.parseInt(rest, 8);
    }
    if (rest.matches("x[0-9a-fA-F]{1,2}")) {
      return (byte) Integer.parseInt(rest.substring(1), 16);
    }
    if (rest.equals("e")) {
      return 27;
    }
    int at = rest.length() == 1 ? "abtnvfr".indexOf(rest) : -1;
    if (at >= 0) {
      return 7 + at;
    }
    if (rest.length() == 1) {
      return rest.charAt(0);
    }
    throw new ExpressionException(token.column(), "'" + text + "' is no character");
  }
}
