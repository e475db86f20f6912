// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.port.LiveGuest;

/// A verb that does one thing to a guest and says how the guest stands then.
abstract class ControlVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  ControlVerb(Env env) {
    this.env = env;
  }

  /// The one thing; returns when it is done.
  abstract void act(LiveGuest guest) throws Exception;

  @Override
  public Integer call() throws Exception {
    var chosen = guest.choose(env.workbench().get());
    act(chosen);
    var status = chosen.status();
    var word = status.verdict().map(v -> v.word()).orElse(GuestsVerb.state(status));
    env.out()
        .println(
            json ? GuestsVerb.json(status) : status.project() + " " + status.id() + " " + word);
    return Exit.DONE;
  }
}
