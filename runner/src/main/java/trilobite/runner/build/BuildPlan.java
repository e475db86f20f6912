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
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;

/// What a build runs and makes, variables filled in.
///
/// @param env the whole environment
/// @param image what the build makes and Run boots; empty where a drive boots
/// @param prebuilt an image that stands in where nothing can be built
record BuildPlan(
    List<String> command,
    Map<String, String> env,
    Optional<Path> image,
    Optional<Path> symbols,
    Optional<Path> prebuilt) {

  static BuildPlan of(Path folder, Project project, Target target, Toolchain toolchain, Kit kit)
      throws IOException {
    var kitFolder = kit.folder();
    var variables =
        Map.of(
            "project", folder.toString(),
            "kit", kitFolder.map(Path::toString).orElse(""),
            "jobs", Integer.toString(Runtime.getRuntime().availableProcessors()),
            "target", target.name(),
            "name", project.name());
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
        Toolchains.fill(command, variables),
        env,
        target
            .kernel()
            .or(() -> toolchain.image().map(file -> Toolchains.fill(file, variables)))
            .map(folder::resolve),
        symbols(folder, project, toolchain, variables),
        kitFolder.flatMap(place -> toolchain.prebuilt().map(place::resolve)));
  }

  private static Optional<Path> symbols(
      Path folder, Project project, Toolchain toolchain, Map<String, String> variables) {
    return project.symbols().stream()
        .filter(symbols -> symbols.role().equals("kernel"))
        .map(symbols -> symbols.file())
        .findFirst()
        .or(() -> toolchain.symbols().map(file -> Toolchains.fill(file, variables)))
        .map(folder::resolve);
  }
}
