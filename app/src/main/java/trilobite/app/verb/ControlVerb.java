// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunStatus;

/// A verb that does one thing to a guest and says how the guest stands then.
abstract class ControlVerb implements Callable<Integer> {
  private static final long BEAT_MILLIS = 10;
  private static final int MOST_BEATS = 200;

  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  ControlVerb(Env env) {
    this.env = env;
  }

  /// The one thing; returns when QEMU was told.
  abstract void act(LiveGuest guest) throws Exception;

  /// True once the guest stands as the verb wants it.
  abstract boolean done(RunStatus status);

  @Override
  public Integer call() throws Exception {
    var chosen = guest.choose(env.workbench().get());
    act(chosen);
    // QEMU's word that it is so comes by another way than its answer.
    try (var beat = new Beat(BEAT_MILLIS)) {
      for (int i = 0; i < MOST_BEATS && beat.next(() -> done(chosen.status())); i++) {
        // Waits on.
      }
    }
    var status = chosen.status();
    var word = status.verdict().map(v -> v.word()).orElse(GuestsVerb.state(status));
    env.out()
        .println(
            json ? GuestsVerb.json(status) : status.project() + " " + status.id() + " " + word);
    return Exit.DONE;
  }
}
