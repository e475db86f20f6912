// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a person looks for within lines. Safe from any thread.
public sealed interface LinePattern {

  /// Spans reported for one line at most.
  int MOST_SPANS = 1_000;

  /// Where it occurs in a text, left to right, without overlaps and without empty spans.
  List<Span> spans(String text);

  default boolean matches(String text) {
    return !spans(text).isEmpty();
  }

  /// Characters `from` up to but without `to`.
  record Span(int from, int to) {}

  /// Looks for the characters as they are.
  static LinePattern text(String wanted, boolean matchCase) {
    return new Literal(wanted, matchCase);
  }

  /// Looks for a regular expression.
  ///
  /// @throws PatternSyntaxException with a description and place fit to be shown
  static LinePattern regex(String expression, boolean matchCase) {
    int flags = matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return new Regex(Pattern.compile(expression, flags));
  }

  /// Plain characters.
  record Literal(String wanted, boolean matchCase) implements LinePattern {
    @Override
    public List<Span> spans(String text) {
      int length = wanted.length();
      if (length == 0 || next(text, 0) < 0) {
        return List.of();
      }
      var found = new ArrayList<Span>();
      int at = next(text, 0);
      while (at >= 0 && found.size() < MOST_SPANS) {
        found.add(new Span(at, at + length));
        at = next(text, at + length);
      }
      return found;
    }

    @Override
    public boolean matches(String text) {
      return !wanted.isEmpty() && next(text, 0) >= 0;
    }

    private int next(String text, int from) {
      if (matchCase) {
        return text.indexOf(wanted, from);
      }
      int last = text.length() - wanted.length();
      char lower = Character.toLowerCase(wanted.charAt(0));
      char upper = Character.toUpperCase(wanted.charAt(0));
      for (int i = from; i <= last; i++) {
        char c = text.charAt(i);
        if ((c == lower || c == upper) && text.regionMatches(true, i, wanted, 0, wanted.length())) {
          return i;
        }
      }
      return -1;
    }
  }

  /// A regular expression under a budget: one that would take for ever on a line does not match it.
  record Regex(Pattern pattern) implements LinePattern {
    @Override
    public List<Span> spans(String text) {
      var found = new ArrayList<Span>();
      try {
        var matcher = pattern.matcher(new BoundedText(text, BoundedText.LINE));
        while (found.size() < MOST_SPANS && matcher.find()) {
          if (matcher.end() > matcher.start()) {
            found.add(new Span(matcher.start(), matcher.end()));
          }
        }
      } catch (BoundedText.TooCostlyException | StackOverflowError tooCostly) {
        return List.copyOf(found);
      }
      return found;
    }

    @Override
    public boolean matches(String text) {
      try {
        return pattern.matcher(new BoundedText(text, BoundedText.LINE)).find();
      } catch (BoundedText.TooCostlyException | StackOverflowError tooCostly) {
        return false;
      }
    }
  }
}
