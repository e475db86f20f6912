// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlTable;
import trilobite.model.project.TextPlace;

/// The outcome of reading a text as TOML. Whatever the text holds, nothing is thrown.
public sealed interface TomlText {

  /// Longer texts are refused: such files are written by people.
  int LONGEST = 1 << 20;

  /// Brackets within brackets; the library's parser descends once for each.
  int DEEPEST = 64;

  /// TOML.
  record Valid(TomlTable table) implements TomlText {}

  /// No TOML; at least one problem, in text order.
  record Broken(List<Problem> problems) implements TomlText {}

  /// What is wrong, and where.
  record Problem(TextPlace place, String message) {}

  /// Reads a text, with or without a byte order mark.
  static TomlText read(String text) {
    var refusal = refusal(text);
    if (refusal.isPresent()) {
      return broken(refusal.get());
    }
    try {
      // The library takes no byte order mark.
      var result = Toml.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
      return result.hasErrors()
          ? new Broken(result.errors().stream().map(error -> problem(text, error)).toList())
          : new Valid(result);
    } catch (RuntimeException | AssertionError e) {
      // The library's visitors trip over some half-written strings that its grammar let pass.
      return broken("The text breaks off in the middle of a value.");
    }
  }

  private static Broken broken(String message) {
    return new Broken(List.of(new Problem(new TextPlace(1, 1), message)));
  }

  private static Problem problem(String text, TomlParseError error) {
    // The library counts code points, editors count UTF-16 units.
    var content = text.lines().skip(error.position().line() - 1L).findFirst().orElse("");
    int all = content.codePointCount(0, content.length());
    int points = Math.min(error.position().column() - 1, all);
    int column = content.offsetByCodePoints(0, points) + 1;
    return new Problem(new TextPlace(error.position().line(), column), error.getMessage() + ".");
  }

  private static Optional<String> refusal(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("The text is larger than 1 MiB: no person wrote it.");
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '[', '{' -> depth++;
        case ']', '}' -> depth = Math.max(0, depth - 1);
        default -> {}
      }
      if (depth > DEEPEST) {
        return Optional.of("The text nests brackets more than " + DEEPEST + " deep.");
      }
    }
    return Optional.empty();
  }
}
