// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trilobite.model.build.TemplateInfo;

/// `trilobite demo`: from nothing to a watched guest.
@Command(
    name = "demo",
    description = "Makes the demo project if absent, builds it, runs it and watches it.")
final class DemoVerb implements Callable<Integer> {
  private final Env env;

  @Option(names = "--dir", paramLabel = "D", description = "the folder of the demo project")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--target", paramLabel = "T", description = "a target of the demo project")
  private Optional<String> target = Optional.empty();

  @Mixin private RunOptions options = new RunOptions();

  DemoVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var workbench = env.workbench().get();
    var place = folder.map(env::resolve).orElse(env.demoFolder());
    if (!Files.exists(place.resolve("trilobite.toml"))) {
      workbench.projects().create(place, TemplateInfo.DEMO, TemplateInfo.DEMO);
    }
    if (!options.windowless()) {
      return env.windows().open(workbench, Optional.of(place), target, true);
    }
    var launching = new Launching(env, workbench, RunPrinter.of(env, options.json));
    var chosen = Launching.target(launching.project(place), target);
    if (options.trust) {
      launching.trust(place);
    }
    int built = launching.build(place, chosen.name());
    // Without a compiler the prebuilt image still runs.
    if (built != Exit.DONE && built != Exit.MACHINE) {
      return built;
    }
    return launching.run(place, chosen, options);
  }
}
