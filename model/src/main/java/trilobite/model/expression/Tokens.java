// SPDX-License-Identifier: Apache-2.0
package trilobite.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import trilobite.model.expression.Token.Kind;

/// Cuts an expression into tokens. A name may have `::` in it, as C++ and Rust have, and any other
/// characters where it stands in quotes.
final class Tokens {

  private static final int LONGEST = 4096;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*(?:::[A-Za-z_$][\\w$]*)*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d+\\.\\d*(?:[eE][+-]?\\d{1,3})?[fFlL]?|\\d+[eE][+-]?\\d{1,3}[fFlL]?|\\d[\\w]*");
  private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'");
  private static final Pattern SIGN =
      Pattern.compile(
          "->|<<=|>>=|<<|>>|<=|>=|==|!=|&&|\\|\\||\\+\\+|--|[-+*/%&|^]=|[-+*/%&|^~!<>=?:.,()\\[\\]@{}]");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /// @return at least one, of which the last is the end
  static List<Token> of(String text) throws ExpressionException {
    if (text.length() > LONGEST) {
      throw new ExpressionException(LONGEST, "more than " + LONGEST + " characters are not read");
    }
    var cutter = new Tokens(text);
    while (cutter.next()) {}
    cutter.tokens.add(new Token(Kind.END, "", text.stripTrailing().length()));
    return List.copyOf(cutter.tokens);
  }

  private boolean next() throws ExpressionException {
    match(SPACE);
    if (at == text.length()) {
      return false;
    }
    int column = at;
    var name = match(NAME);
    var number = name == null ? match(NUMBER) : null;
    if (name != null) {
      tokens.add(new Token(Kind.NAME, name.group(), column));
    } else if (number != null) {
      tokens.add(new Token(Kind.NUMBER, number.group(), column));
    } else if (text.charAt(at) == '\'') {
      quoted(column);
    } else {
      sign(column);
    }
    return true;
  }

  /// One character, or one after a backslash, is a number; anything longer is a name.
  private void quoted(int column) throws ExpressionException {
    var quoted = match(QUOTED);
    if (quoted == null) {
      throw new ExpressionException(column, "this quote is not closed");
    }
    var inside = quoted.group(1);
    if (inside.isEmpty()) {
      throw new ExpressionException(column, "nothing stands between these quotes");
    }
    var character = inside.length() == 1 || (inside.startsWith("\\") && inside.length() <= 4);
    tokens.add(new Token(character ? Kind.CHARACTER : Kind.NAME, inside, column));
  }

  private void sign(int column) throws ExpressionException {
    var sign = match(SIGN);
    if (sign == null) {
      var what =
          text.charAt(at) == '"' ? "texts cannot be looked for here" : "this is no sign of C";
      throw new ExpressionException(column, what);
    }
    tokens.add(new Token(Kind.SIGN, sign.group(), column));
  }

  private @org.jspecify.annotations.Nullable Matcher match(Pattern pattern) {
    var matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher;
  }
}
