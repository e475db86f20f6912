// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.util.Optional;
import java.util.regex.Pattern;

/// Recognises one kind of line in a tool's output.
///
/// @param pattern with the groups that its kind speaks of
/// @param json what the parts of a problem are called, for the kind JSON
public record Matcher(Kind kind, Pattern pattern, Optional<Json> json) {

  public Matcher(Kind kind, Pattern pattern) {
    this(kind, pattern, Optional.empty());
  }

  /// What the parts of a problem are called in a tool's JSON.
  ///
  /// @param item JSON pointer (RFC 6901) of the problem, or of the list of them, in the line
  /// @param message name of the text
  /// @param severity name of what holds `error` or `warning`; anything else is no problem
  /// @param places name of the list of places
  /// @param primary name of the truth that tells the place that counts; else it is the first
  /// @param file JSON pointer in a place, as `line` and `column`
  /// @param notes name of the list of notes, which are built as problems are
  public record Json(
      String item,
      String message,
      String severity,
      String places,
      String primary,
      String file,
      String line,
      String column,
      String notes) {}

  /// What a line means. Groups: `file`, `line`, `column`, `severity`, `message`, `symbol`,
  /// `object`, `function`; all but the message, or the symbol, may be absent.
  public enum Kind {
    /// A problem; without a severity an error.
    PROBLEM,
    /// Belongs to the problem before it.
    NOTE,
    /// Belongs to the problem, or the note, after it.
    CONTEXT,
    /// The place of the problem after it.
    WHERE,
    /// The place of the problem, or of its last note, before it.
    AT,
    /// Goes on with the message of the problem right before it.
    MORE,
    /// A symbol that a linker misses; all that want it are one problem.
    MISSING,
    /// Somebody else that wants the symbol missed last.
    WANT,
    /// The object, and the function in it, that what follows is about, or what was wanted last.
    OBJECT,
    /// An error that counts only where no other was found, such as make's last word.
    SUMMARY,
    /// A line that holds problems as JSON.
    JSON,
    /// Files are relative to the folder in the group `folder` from here on.
    ENTER,
    /// The folder before that one counts again.
    LEAVE
  }
}
