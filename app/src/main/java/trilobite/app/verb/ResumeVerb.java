// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import picocli.CommandLine.Command;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;

/// `trilobite resume`.
@Command(name = "resume", description = "Lets a paused guest go on.")
final class ResumeVerb extends ControlVerb {
  ResumeVerb(Env env) {
    super(env);
  }

  @Override
  void act(LiveGuest guest) throws IOException {
    guest.resume();
  }

  @Override
  boolean done(RunStatus status) {
    return status.state() != RunState.PAUSED;
  }
}
