// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.command.ShellLine;

/// `trilobite command DIR`.
@Command(name = "command", description = "Prints the exact QEMU command line that run would start.")
final class CommandVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private ProjectChoice choice = new ProjectChoice();

  @Option(names = "--json", description = "the words as a JSON array")
  private boolean json;

  CommandVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var workbench = env.workbench().get();
    var place = env.resolve(choice.folder);
    var project = new Launching(env, workbench, RunPrinter.of(env, json)).project(place);
    var line =
        workbench
            .projects()
            .preview(place, project, Launching.target(project, choice.target).name());
    env.out().println(json ? new Json().put("command", line.words()) : ShellLine.of(line.words()));
    return Exit.DONE;
  }
}
