// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `trilobite rehearse IMAGE`: what the run does that leaves the start-up cache. The command line
/// goes first, so that verbs start from the cache too, then the window opens. People have no use
/// for it.
@Command(
    name = "rehearse",
    hidden = true,
    description = "Does once what most starts do, as the start-up cache needs it.")
final class RehearseVerb implements Callable<Integer> {
  private final Env env;

  @Parameters(paramLabel = "IMAGE", description = "any ELF file")
  private String image = "";

  RehearseVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() {
    env.windows().announce();
    try (var nowhere = quiet()) {
      var line = Verbs.line(quietly(nowhere));
      line.execute("identify", image);
      line.execute("toolchains");
      line.execute("guests");
      line.execute("identify", "--help");
    }
    return env.windows().open(env.workbench().get(), Optional.empty(), Optional.empty(), false);
  }

  private Env quietly(PrintStream nowhere) {
    return new Env(
        env.workbench(), nowhere, nowhere, false, env.folder(), env.demoFolder(), env.windows());
  }

  private static PrintStream quiet() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
