// SPDX-License-Identifier: Apache-2.0
package trilobite.model.why;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// From something wrong to what causes it, step by step.
///
/// @param about the question, such as `Why :80 is full`
/// @param steps at least one
/// @param end one sentence: where the chain ends, and why there
/// @param deadlock true where it leads back into itself
public record Chain(String about, List<Step> steps, String end, boolean deadlock) {

  /// What a step is.
  public enum Kind {
    /// What is wrong.
    FINDING,
    /// A thread that waits for the next step.
    WAITS,
    /// The thread that holds what the step before waits for.
    HOLDS,
    /// Not known from the guest, but likely: shown apart.
    LIKELY
  }

  /// @param what the port or the thread
  /// @param detail what it does or has, in words
  /// @param thread its number; empty for what is no thread
  public record Step(Kind kind, String what, String detail, OptionalLong thread) {

    /// `what detail`.
    public String text() {
      return detail.isEmpty() ? what : what + " " + detail;
    }
  }

  /// One line, such as `:80 backlog 16 / 16 → main waits for mutex pool.lock → …`.
  public String line() {
    return steps.stream()
        .map(step -> step.kind() == Kind.LIKELY ? "(" + step.text() + ")" : step.text())
        .collect(Collectors.joining(" → "));
  }

  /// The question, the line and the end, for a note or a terminal.
  public String text() {
    return about + ": " + line() + ". " + end;
  }
}
