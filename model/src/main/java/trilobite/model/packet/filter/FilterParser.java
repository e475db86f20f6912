// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.Optional;

/// Reads terms and what joins them.
final class FilterParser {

  private static final int DEEPEST = 100;

  private final Tokens tokens;
  private final Terms terms;
  private int depth;

  FilterParser(Tokens tokens) {
    this.tokens = tokens;
    this.terms = new Terms(tokens);
  }

  Condition whole() throws FilterException {
    var condition = joined();
    var rest = tokens.peek();
    if (rest.kind() != Token.Kind.END) {
      throw rest.wrong(
          rest.is(")") ? "nothing is open that this could close" : "unexpected " + rest.name());
    }
    return condition;
  }

  private Condition joined() throws FilterException {
    var left = one();
    while (!tokens.peek().is(")") && tokens.peek().kind() != Token.Kind.END) {
      if (tokens.take("or") || tokens.take("||")) {
        left = left.or(one());
      } else {
        // Side by side means the same as with `and` between.
        var _ = tokens.take("and") || tokens.take("&&");
        left = left.and(one());
      }
    }
    return left;
  }

  private Condition one() throws FilterException {
    if (++depth > DEEPEST) {
      throw tokens.peek().wrong("nested more than " + DEEPEST + " deep");
    }
    try {
      if (tokens.take("not") || tokens.take("!")) {
        return one().not();
      }
      var relation = relation();
      if (relation.isPresent()) {
        return relation.get();
      }
      if (tokens.peek().is("(")) {
        return group();
      }
      return terms.next();
    } finally {
      depth--;
    }
  }

  /// A comparison of numbers, if one begins here: only its end tells it from a group.
  private Optional<Condition> relation() throws FilterException {
    if (!Relation.mayBegin(tokens)) {
      return Optional.empty();
    }
    boolean group = tokens.peek().is("(");
    int position = tokens.position();
    try {
      return Optional.of(new Relation(tokens).read());
    } catch (FilterException e) {
      if (group) {
        tokens.back(position);
        return Optional.empty();
      }
      throw e;
    }
  }

  private Condition group() throws FilterException {
    var open = tokens.take();
    var inside = joined();
    if (!tokens.take(")")) {
      throw open.wrong("this ( is never closed");
    }
    return inside;
  }
}
