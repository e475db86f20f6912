// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.build.FolderKind;
import trilobite.model.build.ToolchainInfo;
import trilobite.model.port.Builds;

/// `trilobite import DIR`.
@Command(
    name = "import",
    description =
        "Makes a folder of another toolchain's a project, by what it holds, or by a QEMU line.")
final class ImportVerb implements Callable<Integer> {
  private final Env env;

  @Parameters(paramLabel = "DIR", description = "the folder", defaultValue = ".")
  private Path folder = Path.of(".");

  @Option(
      names = "--toolchain",
      paramLabel = "T",
      description = "its toolchain; the one that its files speak for by default")
  private Optional<String> toolchain = Optional.empty();

  @Mixin private ImportLine line = new ImportLine();

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  ImportVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    if (line.meant()) {
      line.into(env.resolve(folder), env, json);
      return Exit.DONE;
    }
    var builds = env.workbench().get().builds();
    var place = env.resolve(folder);
    if (Files.isRegularFile(place)) {
      throw new VerbException(
          Exit.USAGE, place + " is a file, not a folder\n  → trilobite identify says what it is");
    }
    var kind = kind(builds, place);
    builds.adopt(place, kind.toolchain());
    if (json) {
      env.out()
          .println(
              new Json()
                  .put("project", place)
                  .put("toolchain", kind.toolchain())
                  .put("title", kind.title())
                  .put("why", kind.why()));
    } else {
      env.out().println(place);
      env.err().println(kind.title() + ": " + kind.why());
    }
    return Exit.DONE;
  }

  private FolderKind kind(Builds builds, Path place) throws Exception {
    if (toolchain.isPresent()) {
      var known = builds.toolchains().stream().map(ToolchainInfo::name).toList();
      if (!known.contains(toolchain.get())) {
        throw new VerbException(
            Exit.ABSENT,
            "no toolchain '" + toolchain.get() + "'; there are: " + String.join(", ", known));
      }
      return new FolderKind(toolchain.get(), toolchain.get(), "as asked");
    }
    return builds.recognise(place).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new VerbException(
                    Exit.NO,
                    "nothing in "
                        + place
                        + " speaks for a toolchain that is known\n"
                        + "  → say which: --toolchain T; trilobite toolchains lists them"));
  }
}
