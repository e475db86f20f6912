// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import trilobite.model.console.NumberedLine.Origin;

/// Which lines to show: words that must all occur, `!word` for those that must not, `level:warn`
/// for lines at least that serious, `from:guest` or `from:host`, `/…/` for a regular expression,
/// `"…"` for words with spaces. Case does not matter. Safe from any thread.
///
/// @param source as typed
/// @param terms all must hold
public record LineFilter(String source, List<Term> terms) {

  /// Shows every line.
  public static final LineFilter ALL = new LineFilter("", List.of());

  /// A filter as typed: what holds of it, and what is wrong with it.
  ///
  /// @param error a sentence for people, absent where all is well
  public record Parsed(LineFilter filter, Optional<String> error) {}

  /// One condition.
  public sealed interface Term {
    boolean holds(NumberedLine line);

    /// The line says that it is at least this serious.
    record AtLeast(Level level) implements Term {
      @Override
      public boolean holds(NumberedLine line) {
        return line.line().level().compareTo(level) >= 0;
      }
    }

    /// Something occurs in the line.
    record Contains(LinePattern pattern) implements Term {
      @Override
      public boolean holds(NumberedLine line) {
        return pattern.matches(line.line().text());
      }
    }

    /// Somebody certain wrote the line.
    record From(Origin origin) implements Term {
      @Override
      public boolean holds(NumberedLine line) {
        return line.origin() == origin;
      }
    }

    /// The opposite of another condition.
    record Not(Term term) implements Term {
      @Override
      public boolean holds(NumberedLine line) {
        return !term.holds(line);
      }
    }
  }

  public LineFilter {
    terms = List.copyOf(terms);
  }

  /// True where every line is shown.
  public boolean all() {
    return terms.isEmpty();
  }

  public boolean shows(NumberedLine line) {
    for (Term term : terms) {
      if (!term.holds(line)) {
        return false;
      }
    }
    return true;
  }

  /// The same filter with one more condition.
  public LineFilter and(Term term) {
    var more = new ArrayList<>(terms);
    more.add(term);
    return new LineFilter(source, more);
  }

  /// Reads what was typed; a part that cannot be read is left out and named.
  public static Parsed parse(String source) {
    var terms = new ArrayList<Term>();
    Optional<String> error = Optional.empty();
    for (String word : words(source)) {
      boolean not = word.length() > 1 && word.startsWith("!");
      try {
        Term term = term(not ? word.substring(1) : word);
        terms.add(not ? new Term.Not(term) : term);
      } catch (PatternSyntaxException wrong) {
        String where = wrong.getIndex() < 0 ? "" : " at character " + (wrong.getIndex() + 1);
        error = Optional.of("Not a regular expression: " + wrong.getDescription() + where + ".");
      } catch (IllegalArgumentException wrong) {
        error = Optional.ofNullable(wrong.getMessage());
      }
    }
    return new Parsed(new LineFilter(source, terms), error);
  }

  private static Term term(String word) {
    if (word.startsWith("level:")) {
      String name = word.substring("level:".length());
      return new Term.AtLeast(
          Level.named(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "“" + name + "” is no level: use debug, info, warn or error.")));
    }
    if (word.equals("from:guest") || word.equals("from:host")) {
      return new Term.From(word.endsWith("guest") ? Origin.GUEST : Origin.HOST);
    }
    if (word.length() > 2 && word.startsWith("/") && word.endsWith("/")) {
      return new Term.Contains(LinePattern.regex(word.substring(1, word.length() - 1), false));
    }
    boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
    String wanted = quoted ? word.substring(1, word.length() - 1) : word;
    return new Term.Contains(LinePattern.text(wanted, false));
  }

  /// Cuts at spaces, but not within quotes or slashes that begin a word and are closed later.
  private static List<String> words(String source) {
    var words = new ArrayList<String>();
    int at = 0;
    while (at < source.length()) {
      if (source.charAt(at) == ' ') {
        at++;
        continue;
      }
      int begin = source.charAt(at) == '!' ? at + 1 : at;
      int end = enclosed(source, begin);
      if (end < 0) {
        int space = source.indexOf(' ', at);
        end = space < 0 ? source.length() : space;
      }
      words.add(source.substring(at, end));
      at = end;
    }
    return words;
  }

  private static int enclosed(String source, int begin) {
    if (begin >= source.length() || "\"/".indexOf(source.charAt(begin)) < 0) {
      return -1;
    }
    char mark = source.charAt(begin);
    for (int i = begin + 2; i < source.length(); i++) {
      boolean last = i + 1 == source.length() || source.charAt(i + 1) == ' ';
      if (source.charAt(i) == mark && source.charAt(i - 1) != '\\' && last) {
        return i + 1;
      }
    }
    return -1;
  }
}
