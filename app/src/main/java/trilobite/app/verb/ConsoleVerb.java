// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunRecord;
import trilobite.model.run.RunState;

/// `trilobite console`.
@Command(
    name = "console",
    description = "Prints a guest's serial console, running or past; follows it, types on it.")
final class ConsoleVerb implements Callable<Integer> {
  private static final int QUIET_MILLIS = 500;
  private static final int LONGEST_MILLIS = 10_000;

  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();

  @Option(
      names = "--send",
      paramLabel = "LINE",
      description =
          "types a line and prints what comes back until the line is quiet for half a second")
  private Optional<String> line = Optional.empty();

  @Option(names = "--follow", description = "goes on until the guest ends")
  private boolean follow;

  @Option(
      names = "--raw",
      description = "passes bytes unescaped, and what is typed here to the guest")
  private boolean raw;

  ConsoleVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var workbench = env.workbench().get();
    var past = line.isEmpty() ? guest.past(workbench) : Optional.<RunRecord>empty();
    if (past.isPresent()) {
      new ConsoleStream(env, workbench.history().console(past.get().id()), raw).drain();
      return Exit.DONE;
    }
    return show(guest.choose(workbench));
  }

  int show(LiveGuest chosen) throws Exception {
    var stream = new ConsoleStream(env, chosen.console(), raw);
    if (raw && env.terminal()) {
      return new RawTerminal(env, chosen).attach();
    }
    if (line.isPresent()) {
      stream.skip();
      chosen.type((line.get() + "\n").getBytes(StandardCharsets.UTF_8));
      stream.untilQuiet(QUIET_MILLIS, LONGEST_MILLIS);
      if (chosen.status().state() == RunState.PAUSED) {
        env.err()
            .println(
                "trilobite: the guest is paused and answers once it goes on: trilobite resume");
      }
    }
    if (follow) {
      stream.follow();
    } else if (line.isEmpty()) {
      stream.drain();
    }
    return Exit.DONE;
  }
}
