// SPDX-License-Identifier: Apache-2.0
package trilobite.model.job;

/// A named piece of long work, described without saying where it runs.
///
/// @param name what a person would call it, such as `Build tidepool`
public record Job<T>(String name, Work<T> work) {

  /// The work. Runs off the JavaFX thread; may block; ends soon after a cancel.
  @FunctionalInterface
  public interface Work<T> {
    T run(JobContext context) throws Exception;
  }
}
