// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import trilobite.model.console.BoundedText;

/// Finds a text or a regular expression. Bounded: at most [#MOST] hits and a step budget, so that a
/// pattern which backtracks without end stops instead of hanging the window.
final class TextSearch {
  static final int MOST = 10_000;

  /// A hit: `start` inclusive, `end` exclusive.
  record Hit(int start, int end) {}

  /// What was found.
  ///
  /// @param error why the pattern cannot be searched, empty where it can
  /// @param cut true where there may be more hits
  record Result(List<Hit> hits, String error, boolean cut) {

    /// The first hit at or after `position`, wrapping around.
    Optional<Hit> from(int position) {
      return hits.stream()
          .filter(h -> h.start() >= position)
          .findFirst()
          .or(() -> hits.stream().findFirst());
    }

    /// The last hit that ends at or before `position`, wrapping around.
    Optional<Hit> before(int position) {
      return hits.reversed().stream()
          .filter(h -> h.end() <= position)
          .findFirst()
          .or(() -> hits.isEmpty() ? Optional.empty() : Optional.of(hits.getLast()));
    }
  }

  private TextSearch() {}

  static Result find(String text, String wanted, boolean regex, boolean matchCase) {
    if (wanted.isEmpty()) {
      return new Result(List.of(), "", false);
    }
    int flags =
        Pattern.MULTILINE | (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    try {
      var pattern = Pattern.compile(wanted, regex ? flags : flags | Pattern.LITERAL);
      return hits(text, pattern);
    } catch (PatternSyntaxException e) {
      return new Result(List.of(), e.getDescription() + " at column " + (e.getIndex() + 1), false);
    }
  }

  private static Result hits(String text, Pattern pattern) {
    var hits = new ArrayList<Hit>();
    var match = pattern.matcher(new BoundedText(text, BoundedText.FILE));
    try {
      while (hits.size() < MOST && match.find()) {
        if (match.end() > match.start()) {
          hits.add(new Hit(match.start(), match.end()));
        }
      }
      return new Result(List.copyOf(hits), "", hits.size() == MOST);
    } catch (BoundedText.TooCostlyException | StackOverflowError e) {
      return new Result(List.copyOf(hits), "this pattern takes too long here; simplify it", true);
    }
  }
}
