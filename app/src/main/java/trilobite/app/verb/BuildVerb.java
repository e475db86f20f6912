// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `trilobite build DIR`.
@Command(name = "build", description = "Builds a project as its toolchain says.")
final class BuildVerb implements Callable<Integer> {
  private final Env env;

  @Parameters(paramLabel = "DIR", description = "the project folder", defaultValue = ".")
  private Path folder = Path.of(".");

  @Option(names = "--target", paramLabel = "T", description = "a target of the project")
  private java.util.Optional<String> target = java.util.Optional.empty();

  @Option(names = "--trust", description = "trust the project's present build commands")
  private boolean trust;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  BuildVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var place = env.resolve(folder);
    var launching = new Launching(env, env.workbench().get(), RunPrinter.of(env, json));
    var name = Launching.target(launching.project(place), target).name();
    if (trust) {
      launching.trust(place);
    }
    return launching.build(place, name);
  }
}
