// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

/// An event on the common time axis.
///
/// @param t ms on the run's clock
/// @param kind decides shape and colour
/// @param text a few words
public record Mark(double t, Kind kind, String text) {

  /// Kinds of marks, in order of weight.
  public enum Kind {
    BOOT,
    READY,
    INFO,
    PAUSE,
    RESUME,
    STOP,
    CRASH
  }
}
