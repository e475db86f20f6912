// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import trilobite.model.console.BoundedText;
import trilobite.runner.toml.Fields;

/// Regular expressions of descriptors: compiled, and those that a user wrote tried on lines that
/// bring the dangerous ones to their knees; a test tries the shipped ones. What is wrong becomes a
/// remark with its place.
final class Patterns {

  private static final Pattern NEVER = Pattern.compile("(?!)");

  /// A sound expression looks at each character of such a line a few dozen times.
  private static final int MOST_LOOKS = 400_000;

  private static final int LENGTH = 400;

  private static final List<String> TRIALS =
      List.of(
          "a".repeat(LENGTH) + "\u0001",
          "0".repeat(LENGTH) + "\u0001",
          " ".repeat(LENGTH) + "\u0001",
          "a ".repeat(LENGTH / 2) + "\u0001",
          "a/".repeat(LENGTH / 2) + "\u0001",
          "x: ".repeat(LENGTH / 3) + "\u0001");

  private final boolean tried;

  /// @param tried true to try each
  Patterns(boolean tried) {
    this.tried = tried;
  }

  /// The expression at a key; one that never matches where it is missing or wrong.
  Pattern at(Fields fields, String key, String otherwise) {
    return optional(fields, key).orElseGet(() -> Pattern.compile(otherwise));
  }

  /// The expression at a key; empty where there is none, or a wrong one.
  Optional<Pattern> optional(Fields fields, String key) {
    return fields.string(key).map(text -> compile(fields, key, text));
  }

  private Pattern compile(Fields fields, String key, String text) {
    var at = fields.path(key);
    try {
      var pattern = Pattern.compile(text);
      if (tried && costly(pattern)) {
        fields.remarks().error(at, at + " takes too long on some lines: " + text + ".");
        return NEVER;
      }
      return pattern;
    } catch (PatternSyntaxException e) {
      fields.remarks().error(at, at + " is no regular expression: " + e.getDescription() + ".");
      return NEVER;
    }
  }

  private static boolean costly(Pattern pattern) {
    for (var trial : TRIALS) {
      try {
        pattern.matcher(new BoundedText(trial, MOST_LOOKS)).find();
      } catch (BoundedText.TooCostlyException | StackOverflowError e) {
        return true;
      }
    }
    return false;
  }
}
