// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import trilobite.model.console.GuestText;
import trilobite.model.port.LaunchException;
import trilobite.model.port.Workbench;

/// `trilobite run DIR|IMAGE`.
@Command(
    name = "run",
    description = "Boots a project, or an image as it is, and follows it to its end.")
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
    var named = env.resolve(choice.folder);
    if (Files.isRegularFile(named) && !options.windowless() && !options.trust) {
      // The window's page says first what it is; from there it is booted.
      return env.windows().open(workbench, Optional.of(named), Optional.empty(), false);
    }
    var place = launchable(workbench);
    var launching = new Launching(env, workbench, RunPrinter.of(env, options.json));
    var target = Launching.target(launching.project(place), choice.target);
    if (options.trust) {
      launching.trust(place);
    }
    if (!options.windowless()) {
      return env.windows().open(workbench, Optional.of(place), Optional.of(target.name()), true);
    }
    try {
      return launching.run(place, target, options);
    } catch (LaunchException refused) {
      if (!refused.unbuilt() || !launching.needsBuild(place, target)) {
        throw refused;
      }
    }
    int built = launching.build(place, target.name());
    return built == Exit.DONE ? launching.run(place, target, options) : built;
  }

  /// The project folder that was named, or one that boots the image that was.
  private Path launchable(Workbench workbench) throws IOException {
    var place = env.resolve(choice.folder);
    if (!Files.isRegularFile(place)) {
      return place;
    }
    var image = workbench.images().identify(place);
    var made = workbench.images().project(image);
    env.err()
        .println(
            GuestText.visible(
                (image.os().isEmpty() ? image.format() : image.os()) + ", project " + made));
    return made;
  }
}
