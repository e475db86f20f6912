// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A filter's words and signs, one after the other.
final class Tokens {

  /// A filter longer than this was not written by a person.
  private static final int LONGEST = 4000;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern COLUMN =
      Pattern.compile(
          "(?:" + String.join("|", Columns.KEYS) + "):(?:\"[^\"]*\"|[^\\s()\"]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SIGN =
      Pattern.compile("&&|\\|\\||==|!=|<=|>=|<<|>>|[-()\\[\\]&|^!=<>+*/:]");
  private static final Pattern WORD = Pattern.compile("[\\w.:][\\w.:/-]*");

  /// Between brackets a colon stands between offset and size.
  private static final Pattern WORD_IN_BRACKETS = Pattern.compile("[\\w.][\\w.-]*");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int brackets;
  private int at;

  Tokens(String text) throws FilterException {
    this.text = text;
    if (text.length() > LONGEST) {
      throw new FilterException(LONGEST, "a filter has at most " + LONGEST + " characters");
    }
    int from = 0;
    while (from < text.length()) {
      from = next(from);
    }
    tokens.add(new Token(Token.Kind.END, "", text.length()));
  }

  /// Takes what stands at `from`; returns where it ends.
  private int next(int from) throws FilterException {
    var space = SPACE.matcher(text).region(from, text.length());
    if (space.lookingAt()) {
      return space.end();
    }
    var forms =
        List.of(
            find(from, Token.Kind.TEXT, TEXT),
            find(from, Token.Kind.COLUMN, COLUMN),
            find(from, Token.Kind.WORD, brackets > 0 ? WORD_IN_BRACKETS : WORD),
            find(from, Token.Kind.SIGN, SIGN));
    var found = forms.stream().filter(OptionalInt::isPresent).findFirst();
    if (found.isEmpty()) {
      boolean open = text.charAt(from) == '"';
      throw new FilterException(
          from, open ? "this text has no closing \"" : "this sign means nothing here");
    }
    return found.get().getAsInt();
  }

  private OptionalInt find(int from, Token.Kind kind, Pattern pattern) {
    var match = pattern.matcher(text).region(from, text.length());
    boolean taken = !tokens.isEmpty() && tokens.getLast().at() == from;
    if (taken || !match.lookingAt()) {
      return OptionalInt.empty();
    }
    var token = new Token(kind, match.groupCount() > 0 ? match.group(1) : match.group(), from);
    tokens.add(token);
    if (token.is("[")) {
      brackets++;
    } else if (token.is("]")) {
      brackets--;
    }
    return OptionalInt.of(match.end());
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token take() {
    var token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  /// Takes the next one if it is this.
  boolean take(String word) {
    boolean fits = peek().is(word);
    if (fits) {
      take();
    }
    return fits;
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }
}
