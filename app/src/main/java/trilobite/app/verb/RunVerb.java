// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `trilobite run DIR`.
@Command(name = "run", description = "Boots a project and follows it to its end.")
final class RunVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private ProjectChoice choice = new ProjectChoice();

  @Mixin private RunOptions options = new RunOptions();

  RunVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var workbench = env.workbench().get();
    var place = env.resolve(choice.folder);
    var launching = new Launching(env, workbench, RunPrinter.of(env, options.json));
    var target = Launching.target(launching.project(place), choice.target);
    if (options.trust) {
      launching.trust(place);
    }
    if (!options.windowless()) {
      return env.windows().open(workbench, Optional.of(place), Optional.of(target.name()), true);
    }
    if (launching.needsBuild(place, target)) {
      int built = launching.build(place, target.name());
      if (built != Exit.DONE) {
        return built;
      }
    }
    return launching.run(place, target, options);
  }
}
