// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.command.ShellLine;

/// `trilobite command DIR`.
@Command(name = "command", description = "Prints the exact QEMU command line that run would start.")
final class CommandVerb implements Callable<Integer> {
  private final Env env;

  @Parameters(paramLabel = "DIR", description = "the project folder", defaultValue = ".")
  private Path folder = Path.of(".");

  @Option(names = "--target", paramLabel = "T", description = "a target of the project")
  private Optional<String> target = Optional.empty();

  @Option(names = "--json", description = "the words as a JSON array")
  private boolean json;

  CommandVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var workbench = env.workbench().get();
    var place = env.resolve(folder);
    var project = new Launching(env, workbench, RunPrinter.of(env, json)).project(place);
    var line =
        workbench.projects().preview(place, project, Launching.target(project, target).name());
    env.out().println(json ? new Json().put("command", line.words()) : ShellLine.of(line.words()));
    return Exit.DONE;
  }
}
