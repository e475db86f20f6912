// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import trilobite.model.run.Limits;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;

/// Which of the guest's commands make sense now. Pure.
record Availability(boolean build, boolean run, boolean pause, boolean stop, boolean restart) {

  /// @param limits what cannot be done to the guest
  /// @param starting true from Run until the guest is there
  /// @param stopping true from Stop until it is gone
  static Availability of(
      boolean project,
      Optional<RunStatus> status,
      Limits limits,
      boolean building,
      boolean starting,
      boolean stopping) {
    boolean alive = status.filter(one -> one.state() != RunState.ENDED).isPresent();
    boolean canPause = status.filter(one -> one.state().alive()).isPresent();
    boolean quiet = !starting && !stopping;
    return new Availability(
        project && !building,
        project && !alive && quiet,
        canPause && quiet && limits.pause().isEmpty(),
        (alive && !stopping && limits.stop().isEmpty()) || starting,
        project && alive && quiet && limits.restart().isEmpty());
  }
}
