// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import picocli.CommandLine.Command;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;

/// `trilobite pause`.
@Command(name = "pause", description = "Pauses a guest's vCPUs; its clients wait.")
final class PauseVerb extends ControlVerb {
  PauseVerb(Env env) {
    super(env);
  }

  @Override
  void act(LiveGuest guest) throws IOException {
    guest.pause();
  }

  @Override
  boolean done(RunStatus status) {
    return status.state() != RunState.RUNNING && status.state() != RunState.BOOTING;
  }
}
