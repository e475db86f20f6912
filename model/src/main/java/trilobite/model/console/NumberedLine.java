// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

/// A line with its place in a run.
///
/// @param number counted from 0 at the first line that was read, kept when older lines are dropped
///   or others are filtered away
/// @param millis when its first byte arrived, ms on the run's clock; NaN where that is not known
/// @param origin who wrote it
public record NumberedLine(long number, double millis, Origin origin, ConsoleLine line) {

  /// Who wrote a line.
  public enum Origin {
    /// The guest, on its serial port.
    GUEST,
    /// The workbench: what happened to the guest, such as that it was paused.
    HOST
  }

  public NumberedLine(long number, double millis, ConsoleLine line) {
    this(number, millis, Origin.GUEST, line);
  }
}
