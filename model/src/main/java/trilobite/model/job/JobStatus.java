// SPDX-License-Identifier: Apache-2.0
package trilobite.model.job;

/// A snapshot of a job for the status bar and the command line.
///
/// @param fraction progress from 0 to 1, NaN while unknown
/// @param elapsedMillis since it was started
public record JobStatus(
    long id, String name, double fraction, String detail, State state, long elapsedMillis) {

  /// A job is done, failed or cancelled exactly once.
  public enum State {
    RUNNING,
    CANCELLING,
    DONE,
    FAILED,
    CANCELLED
  }
}
