// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.project.Project;
import trilobite.model.project.Target;
import trilobite.runner.toolchain.Kit;
import trilobite.runner.toolchain.Outputs;
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;
import trilobite.runner.toolchain.Variables;

/// What a build runs and makes, variables filled in.
///
/// @param steps what goes before it, each where it is needed
/// @param clean what removes what the command made; empty where there is nothing of the kind
/// @param menu what lets a person choose options; empty where there is nothing of the kind
/// @param env the whole environment
/// @param words for `${…}` in the descriptor
/// @param image what the build makes and Run boots; empty where a drive boots
/// @param prebuilt an image that stands in where nothing can be built
record BuildPlan(
    List<Toolchain.Step> steps,
    List<String> command,
    List<String> clean,
    List<String> menu,
    Map<String, String> env,
    Map<String, String> words,
    Optional<Path> image,
    Optional<Path> symbols,
    Optional<Path> prebuilt) {

  static BuildPlan of(Path folder, Project project, Target target, Toolchain toolchain, Kit kit)
      throws IOException {
    var kitFolder = kit.folder();
    var variables = new HashMap<>(Variables.of(folder, project.name(), toolchain));
    variables.put("kit", kitFolder.map(Path::toString).orElse(""));
    variables.put("target", target.name());
    var command = project.command().isEmpty() ? toolchain.command() : project.command();
    var env = new HashMap<>(System.getenv());
    // Tools speak the language that the matchers know.
    env.put("LC_ALL", "C.UTF-8");
    env.put("LANGUAGE", "");
    // A make that started us must not steer the one that we start.
    List.of("MAKEFLAGS", "MFLAGS", "MAKELEVEL").forEach(env::remove);
    env.putAll(Toolchains.fill(toolchain.env(), variables));
    env.putAll(project.env());
    return new BuildPlan(
        toolchain.configure().stream().map(step -> filled(step, variables)).toList(),
        Toolchains.fill(command, variables),
        Toolchains.fill(toolchain.clean(), variables),
        Toolchains.fill(toolchain.menuconfig(), variables),
        env,
        Map.copyOf(variables),
        image(folder, target, toolchain, variables),
        symbols(folder, project, toolchain, variables),
        kitFolder.flatMap(place -> toolchain.prebuilt().map(place::resolve)));
  }

  /// This plan with nothing but its clean command.
  BuildPlan cleaning() {
    return new BuildPlan(List.of(), clean, clean, menu, env, words, image, symbols, prebuilt);
  }

  private static Toolchain.Step filled(Toolchain.Step step, Map<String, String> variables) {
    return new Toolchain.Step(
        Toolchains.fill(step.command(), variables),
        step.unless(),
        step.when(),
        step.newer(),
        step.than(),
        step.from(),
        step.into());
  }

  /// What Run boots of this build: the kernel that the target names, or what the toolchain makes.
  private static Optional<Path> image(
      Path folder, Target target, Toolchain toolchain, Map<String, String> variables)
      throws IOException {
    if (target.kernel().isPresent()) {
      return target.kernel().map(folder::resolve);
    }
    return toolchain.image().isPresent() && target.drives().isEmpty()
        ? Optional.of(Outputs.resolve(folder, Toolchains.fill(toolchain.image().get(), variables)))
        : Optional.empty();
  }

  private static Optional<Path> symbols(
      Path folder, Project project, Toolchain toolchain, Map<String, String> variables)
      throws IOException {
    var named =
        project.symbols().stream()
            .filter(symbols -> symbols.role().equals("kernel"))
            .map(symbols -> symbols.file())
            .findFirst()
            .or(() -> toolchain.symbols().map(file -> Toolchains.fill(file, variables)));
    return named.isPresent() ? Optional.of(Outputs.resolve(folder, named.get())) : Optional.empty();
  }
}
