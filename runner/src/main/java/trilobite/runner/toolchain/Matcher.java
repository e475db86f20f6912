// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.util.regex.Pattern;

/// Recognises one kind of line in a tool's output.
///
/// @param pattern with the groups that its kind speaks of
public record Matcher(Kind kind, Pattern pattern) {

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
    /// Files are relative to the folder in the group `folder` from here on.
    ENTER,
    /// The folder before that one counts again.
    LEAVE
  }
}
