// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

/// Where a run stands. `ready` is an event of a running guest, not a state.
public enum RunState {
  BUILDING,
  STARTING,
  BOOTING,
  RUNNING,
  PAUSED,
  ENDED;

  /// True from `cont` to the end, paused included: a guest exists that can be looked into.
  public boolean alive() {
    return this == BOOTING || this == RUNNING || this == PAUSED;
  }
}
