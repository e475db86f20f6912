// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor.syntax;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds the tokens of a text with one regular expression, whose named groups are the kinds. Good
/// enough for colours; it never claims to understand the language. No library with both C and TOML
/// for text outside Swing is published as a module, and TextMate engines bring their own
/// JavaScript-sized world.
public final class Syntax {

  /// No colours: unknown kinds of files.
  public static final Syntax PLAIN = new Syntax("plain", Pattern.compile("(?!)"), List.of());

  private final String name;
  private final Pattern pattern;
  private final List<Token.Kind> kinds;

  Syntax(String name, Pattern pattern, List<Token.Kind> kinds) {
    this.name = name;
    this.pattern = pattern;
    this.kinds = kinds;
  }

  /// The syntax for a file, by its name.
  public static Syntax of(Path file) {
    var text = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (text.endsWith(".toml")) {
      return Languages.TOML;
    }
    if (text.matches(".*\\.(c|h|cc|cpp|cxx|hh|hpp|s|lds|ld)")) {
      return Languages.C;
    }
    return text.equals("makefile") || text.endsWith(".mk") ? Languages.MAKE : PLAIN;
  }

  /// The language's name, for the status bar.
  public String name() {
    return name;
  }

  /// Tokens in order, not overlapping. Time grows linearly with the text.
  public List<Token> tokens(CharSequence text) {
    var tokens = new ArrayList<Token>();
    var match = pattern.matcher(text);
    while (match.find()) {
      for (var kind : kinds) {
        if (match.start(kind.name()) >= 0) {
          tokens.add(new Token(match.start(kind.name()), match.end(kind.name()), kind));
          break;
        }
      }
    }
    return tokens;
  }
}
