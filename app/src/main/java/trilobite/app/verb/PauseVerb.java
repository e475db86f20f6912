// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import picocli.CommandLine.Command;
import trilobite.model.port.LiveGuest;

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
}
