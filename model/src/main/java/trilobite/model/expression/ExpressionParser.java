// SPDX-License-Identifier: Apache-2.0
package trilobite.model.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import trilobite.model.expression.Expression.Binary;
import trilobite.model.expression.Expression.Cast;
import trilobite.model.expression.Expression.Choice;
import trilobite.model.expression.Expression.Index;
import trilobite.model.expression.Expression.Member;
import trilobite.model.expression.Expression.Name;
import trilobite.model.expression.Expression.SizeOf;
import trilobite.model.expression.Expression.SizeOfType;
import trilobite.model.expression.Expression.TypeName;
import trilobite.model.expression.Expression.Unary;

/// Reads C expressions. What would change the guest is refused by name: assignments, increments,
/// calls. Text and nesting are bounded, so any text ends in a tree or an error.
public final class ExpressionParser {

  private static final int MOST_DEPTH = 64;
  private static final int MOST_POINTERS = 8;

  private final List<Token> tokens;
  private final Predicate<String> types;
  private int at;
  private int depth;

  private ExpressionParser(List<Token> tokens, Predicate<String> types) {
    this.tokens = tokens;
    this.types = types;
  }

  /// @param types says of a name whether it is a type's, without which `(a)-1` means two things
  public static Expression parse(String text, Predicate<String> types) throws ExpressionException {
    var parser = new ExpressionParser(Tokens.of(text), types);
    var whole = parser.expression();
    parser.end();
    return whole;
  }

  /// Names in the text that may be variables, constants or types, tags with their word before them:
  /// what has to be looked up before the text can be read.
  public static Set<String> names(String text) throws ExpressionException {
    var names = new LinkedHashSet<String>();
    var before = new Token(Token.Kind.END, "", 0);
    for (var token : Tokens.of(text)) {
      if (token.kind() == Token.Kind.NAME && !before.is(".") && !before.is("->")) {
        if (TypeWords.TAGS.contains(before.text())) {
          names.add(before.text() + " " + token.text());
        } else if (!TypeWords.begins(token.text()) && !token.text().equals("sizeof")) {
          names.add(token.text());
        }
      }
      before = token;
    }
    return names;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    var token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  private boolean take(String sign) {
    if (peek().is(sign)) {
      next();
      return true;
    }
    return false;
  }

  private void need(String sign) throws ExpressionException {
    if (!take(sign)) {
      throw wrong("\"" + sign + "\" is missing before " + peek().words());
    }
  }

  private ExpressionException wrong(String why) {
    return new ExpressionException(peek().column(), why);
  }

  private void end() throws ExpressionException {
    var token = peek();
    if (token.is("=") || token.text().matches("(<<|>>|[-+*/%&|^])=")) {
      throw wrong("nothing is written to the guest");
    }
    if (token.kind() != Token.Kind.END) {
      throw wrong(token.words() + " cannot stand here");
    }
  }

  private Expression expression() throws ExpressionException {
    if (++depth > MOST_DEPTH) {
      throw wrong("this is nested too deeply");
    }
    var condition = binary(0);
    var whole = condition;
    if (peek().is("?")) {
      int column = next().column();
      var then = expression();
      need(":");
      whole = new Choice(condition, then, expression(), column);
    }
    depth--;
    return whole;
  }

  private Expression binary(int least) throws ExpressionException {
    var left = unary();
    while (true) {
      var operator =
          peek().kind() == Token.Kind.SIGN
              ? BinaryOperator.of(peek().text())
              : Optional.<BinaryOperator>empty();
      if (operator.isEmpty() || operator.get().precedence() < least) {
        return left;
      }
      int column = next().column();
      left = new Binary(operator.get(), left, binary(operator.get().precedence() + 1), column);
    }
  }

  private Expression unary() throws ExpressionException {
    if (++depth > MOST_DEPTH) {
      throw wrong("this is nested too deeply");
    }
    var found = one();
    depth--;
    return found;
  }

  private Expression one() throws ExpressionException {
    var token = peek();
    if (token.is("++") || token.is("--")) {
      throw wrong("nothing is written to the guest");
    }
    var operator =
        token.kind() == Token.Kind.SIGN
            ? UnaryOperator.of(token.text())
            : Optional.<UnaryOperator>empty();
    if (operator.isPresent()) {
      next();
      return new Unary(operator.get(), unary(), token.column());
    }
    if (token.kind() == Token.Kind.NAME && token.text().equals("sizeof")) {
      return sizeOf();
    }
    if (token.is("(") && typeAt(at + 1)) {
      next();
      var type = type();
      need(")");
      return new Cast(type, unary(), token.column());
    }
    return postfix(primary());
  }

  private Expression sizeOf() throws ExpressionException {
    int column = next().column();
    if (peek().is("(") && typeAt(at + 1)) {
      next();
      var type = type();
      need(")");
      return new SizeOfType(type, column);
    }
    return new SizeOf(unary(), column);
  }

  private boolean typeAt(int place) {
    var token = tokens.get(Math.min(place, tokens.size() - 1));
    return token.kind() == Token.Kind.NAME
        && (TypeWords.begins(token.text()) || types.test(token.text()));
  }

  private TypeName type() throws ExpressionException {
    int column = peek().column();
    var words = new ArrayList<String>();
    while (peek().kind() == Token.Kind.NAME) {
      var word = peek().text();
      if (TypeWords.IGNORED.contains(word)) {
        next();
      } else if (TypeWords.TAGS.contains(word) && words.isEmpty()) {
        next();
        if (peek().kind() != Token.Kind.NAME) {
          throw wrong("the name of a " + word + " is missing");
        }
        words.add(word + " " + next().text());
        break;
      } else if (TypeWords.word(word) || words.isEmpty()) {
        words.add(next().text());
        if (!TypeWords.word(word)) {
          break;
        }
      } else {
        break;
      }
    }
    if (words.isEmpty()) {
      throw wrong("the name of a type is missing");
    }
    return new TypeName(String.join(" ", words), pointers(), counts(), column);
  }

  private int pointers() throws ExpressionException {
    int pointers = 0;
    while (peek().is("*") || TypeWords.IGNORED.contains(peek().text())) {
      if (next().is("*") && ++pointers > MOST_POINTERS) {
        throw wrong("so many pointers are not followed");
      }
    }
    return pointers;
  }

  private List<Long> counts() throws ExpressionException {
    var counts = new ArrayList<Long>();
    while (take("[")) {
      if (peek().kind() != Token.Kind.NUMBER
          || !(Numbers.of(next()) instanceof Expression.Literal count)
          || count.value() < 0
          || counts.size() == MOST_POINTERS) {
        throw wrong("an array's length is missing");
      }
      counts.add(count.value());
      need("]");
    }
    return counts;
  }

  private Expression primary() throws ExpressionException {
    var token = peek();
    return switch (token.kind()) {
      case NUMBER -> Numbers.of(next());
      case CHARACTER -> Numbers.character(next());
      case NAME -> new Name(next().text(), token.column());
      case END -> throw wrong(at == 0 ? "there is no expression" : "something is missing here");
      case SIGN -> {
        if (!take("(")) {
          throw wrong(token.words() + " cannot stand here");
        }
        var inside = expression();
        need(")");
        yield inside;
      }
    };
  }

  private Expression postfix(Expression first) throws ExpressionException {
    var whole = first;
    while (peek().kind() == Token.Kind.SIGN) {
      int column = peek().column();
      switch (peek().text()) {
        case ".", "->" -> {
          next();
          if (peek().kind() != Token.Kind.NAME) {
            throw wrong("the name of a member is missing");
          }
          whole = new Member(whole, peek().text(), next().column());
        }
        case "[" -> {
          next();
          whole = new Index(whole, expression(), column);
          need("]");
        }
        case "(" -> throw wrong("functions of the guest are not called");
        case "++", "--" -> throw wrong("nothing is written to the guest");
        default -> {
          return whole;
        }
      }
    }
    return whole;
  }
}
