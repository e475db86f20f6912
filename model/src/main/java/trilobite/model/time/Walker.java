// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

/// Takes the points of a timeline in order of time; a NaN value marks the begin of a gap.
interface Walker {

  /// Takes one point; false ends the walk.
  boolean at(double t, double value);

  /// Takes points `low` to `high` of two arrays; false ends the walk.
  default boolean all(double[] times, double[] values, int low, int high) {
    for (var i = low; i < high; i++) {
      if (!at(times[i], values[i])) {
        return false;
      }
    }
    return true;
  }
}
