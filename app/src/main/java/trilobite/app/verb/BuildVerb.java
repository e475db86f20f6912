// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `trilobite build DIR`.
@Command(name = "build", description = "Builds a project as its toolchain says.")
final class BuildVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private ProjectChoice choice = new ProjectChoice();

  @Option(names = "--trust", description = "trust the project's present build commands")
  private boolean trust;

  @Option(names = "--clean", description = "remove what builds made, and build nothing")
  private boolean clean;

  @Option(
      names = "--configure",
      description = "choose the toolchain's options in this terminal, and build nothing")
  private boolean configure;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  BuildVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var place = env.resolve(choice.folder);
    var launching = new Launching(env, env.workbench().get(), RunPrinter.of(env, json));
    var name = Launching.target(launching.project(place), choice.target).name();
    if (trust) {
      launching.trust(place);
    }
    if (configure) {
      return env.workbench().get().builds().choose(place, name) == 0 ? Exit.DONE : Exit.NO;
    }
    return clean ? launching.clean(place, name) : launching.build(place, name);
  }
}
