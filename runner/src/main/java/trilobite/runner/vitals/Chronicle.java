// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import trilobite.model.vitals.Vitals;
import trilobite.runner.live.Session;

/// Keeps what is measured of runs.
@FunctionalInterface
public interface Chronicle {

  /// Begins to keep a run; returns at once.
  Recording begin(Session session, Vitals vitals);

  /// The keeping of one run.
  @FunctionalInterface
  interface Recording {
    /// Everything is measured: keeps the rest. Called once; returns within half a second.
    void complete();
  }

  /// Keeps nothing.
  static Chronicle none() {
    return (session, vitals) -> () -> {};
  }
}
