// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import picocli.CommandLine.Command;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;

/// `trilobite stop`.
@Command(name = "stop", description = "Ends a guest and everything started for it.")
final class StopVerb extends ControlVerb {
  StopVerb(Env env) {
    super(env);
  }

  @Override
  void act(LiveGuest guest) throws IOException {
    guest.stop();
  }

  @Override
  boolean done(RunStatus status) {
    return status.state() == RunState.ENDED;
  }
}
