// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `trilobite keep-wrap PID`: the background keeper that `wrap` starts. Says in one line where its
/// launchers are, and stays until the command and its guests are gone.
@Command(
    name = "keep-wrap",
    hidden = true,
    description = "Watches the guests of a wrapped command.")
final class KeepWrapVerb implements Callable<Integer> {
  private final Env env;

  @Parameters(paramLabel = "PID")
  private long command;

  @Option(names = "--name", required = true)
  private String name = "";

  KeepWrapVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    try {
      env.workbench().get().wraps().keep(command, name, this::ready);
      return Exit.DONE;
    } catch (IOException e) {
      env.out().println(new Json().put("error", String.valueOf(e.getMessage())));
      return Exit.NO;
    }
  }

  private void ready(Path bin) {
    env.out().println(new Json().put("bin", bin));
    env.out().flush();
  }
}
