// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.util.regex.Pattern;

/// Recognises one kind of line in a tool's output.
///
/// @param pattern with the groups that its kind speaks of
public record Matcher(Kind kind, Pattern pattern) {

  /// What a line means. Groups: `file`, `line`, `column`, `severity`, `message`; all but the
  /// message may be absent.
  public enum Kind {
    /// A problem; without a severity an error.
    PROBLEM,
    /// Belongs to the problem before it.
    NOTE,
    /// Belongs to the problem after it.
    CONTEXT,
    /// An error that counts only where no other was found, such as make's last word.
    SUMMARY,
    /// Files are relative to the folder in the group `folder` from here on.
    ENTER,
    /// The folder before that one counts again.
    LEAVE
  }
}
