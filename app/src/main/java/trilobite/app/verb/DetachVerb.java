// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import picocli.CommandLine.Command;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;

/// `trilobite detach`.
@Command(
    name = "detach",
    description = "Lets go of a guest that was attached to; the guest goes on as before.")
final class DetachVerb extends ControlVerb {

  DetachVerb(Env env) {
    super(env);
  }

  @Override
  void act(LiveGuest guest) throws Exception {
    if (!guest.status().target().equals("attached")) {
      throw new VerbException(
          Exit.USAGE,
          guest.status().project() + " was started by Trilobite; trilobite stop ends it");
    }
    guest.stop();
  }

  @Override
  boolean done(RunStatus status) {
    return status.state() == RunState.ENDED;
  }
}
