// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.FileTime;
import trilobite.model.job.JobContext;
import trilobite.runner.data.Data;
import trilobite.runner.project.Bench;
import trilobite.runner.project.TomlProjectFormat;
import trilobite.runner.toolchain.Kit;
import trilobite.runner.toolchain.ToolCheck;
import trilobite.runner.toolchain.Toolchains;

/// Times of single files, and progress by what the last build had.
class FileTimesTest {

  private static final String TOOLCHAIN =
      """
      schema = 1
      [build]
      command = ["sh", "-c", '''
        mkdir -p out
        for f in a b c; do
          if ! [ -e out/$f.o ]; then echo "CC $f.c"; sleep 0.2; cat $f.c >out/$f.o; fi
        done
        cat out/*.o >image
      ''']
      image = "image"
      progress = '^(?<step>CC (?<stem>\\S+)\\.c)$'
      [times]
      output = "out/${stem}.o"
      """;

  @TempDir Path root;
  private Path folder;
  private ToolchainBuilds builds;

  @BeforeEach
  void setUp() throws IOException {
    var bench = Bench.in(root);
    var tools =
        new ToolchainBuilds.Tools(
            bench.toolchains(),
            new ToolCheck(Map.of("PATH", String.valueOf(System.getenv("PATH")))),
            new Kit(bench.data(), root.resolve("cache")));
    builds =
        new ToolchainBuilds(
            bench.projects(), bench.templates(), tools, new TomlProjectFormat(), bench.state());
    folder = Files.createDirectories(root.resolve("app"));
    Files.createDirectories(root.resolve("config/toolchains"));
    Files.writeString(root.resolve("config/toolchains/slow.toml"), TOOLCHAIN);
    Files.writeString(
        folder.resolve("trilobite.toml"), "[project]\nname='s'\ntoolchain='slow'\n[target.a]\n");
    for (var name : List.of("a.c", "b.c", "c.c")) {
      Files.writeString(folder.resolve(name), name);
    }
    bench.projects().trust(bench.projects().trustQuestion(folder));
  }

  private List<BuildEvent.Progress> build() throws Exception {
    var told = new ArrayList<BuildEvent.Progress>();
    builds.build(
        folder,
        "a",
        event -> {
          if (event instanceof BuildEvent.Progress progress) {
            told.add(progress);
          }
        },
        JobContext.unwatched());
    return told;
  }

  private FileTime time(String file) {
    return builds.times(folder, "a").stream()
        .filter(time -> time.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachFileHasItsTimeAndTheOneBefore() throws Exception {
    assertThat(builds.times(folder, "a")).isEmpty();
    assertThat(build())
        .extracting(BuildEvent.Progress::done, BuildEvent.Progress::total)
        .extracting(tuple -> tuple.toList().getFirst())
        .containsExactly(1, 2, 3);
    assertThat(builds.times(folder, "a")).hasSize(3);
    assertThat(time("out/b.o").took().orElseThrow()).isBetween(150.0, 30_000.0);
    assertThat(time("out/b.o").before()).isEmpty();
    var first = time("out/b.o").took();

    Files.delete(folder.resolve("out/b.o"));
    build();
    assertThat(time("out/b.o").before()).isEqualTo(first);
    assertThat(time("out/b.o").change()).isPresent();
    assertThat(time("out/a.o").took()).isEmpty();
    assertThat(time("out/a.o").before()).isPresent();
    assertThat(builds.times(folder, "a").getFirst().file()).isEqualTo("out/b.o");
  }

  @Test
  void whatTheLastBuildHadIsAnEstimateOfHowMuchThereIs() throws Exception {
    assertThat(build()).noneMatch(BuildEvent.Progress::estimated);
    for (var name : List.of("out/a.o", "out/b.o", "out/c.o", "image")) {
      Files.delete(folder.resolve(name));
    }
    assertThat(build())
        .containsExactly(
            new BuildEvent.Progress(1, 3, true, "CC a.c"),
            new BuildEvent.Progress(2, 3, true, "CC b.c"),
            new BuildEvent.Progress(3, 3, true, "CC c.c"));
    Files.delete(folder.resolve("out/a.o"));
    build();
    Files.delete(folder.resolve("out/a.o"));
    Files.delete(folder.resolve("out/b.o"));
    assertThat(build())
        .containsExactly(
            new BuildEvent.Progress(1, 1, true, "CC a.c"),
            new BuildEvent.Progress(2, 0, false, "CC b.c"));
  }

  @Test
  void logsOfNinjaAndCargoAreRead() throws IOException {
    assertThat(log("command", "ninja_log.txt", "build/.ninja_log"))
        .containsEntry("CMakeFiles/x.dir/a.c.o", new TimeLog.Entry(1, 132))
        .containsEntry("x", new TimeLog.Entry(152, 74))
        .hasSize(3);
    for (var toolchain : List.of("rust-bare", "hermit")) {
      assertThat(log(toolchain, "cargo-timing.txt", "target/cargo-timings/cargo-timing.html"))
          .containsExactly(Map.entry("tt", new TimeLog.Entry(0.37, 610)));
    }
  }

  private Map<String, TimeLog.Entry> log(String toolchain, String recorded, String file)
      throws IOException {
    var to = folder.resolve(file);
    Files.createDirectories(to.getParent());
    try (var in = getClass().getResourceAsStream("/build/" + recorded)) {
      Files.write(to, Objects.requireNonNull(in).readAllBytes());
    }
    var known = new Toolchains(Data.shipped(), root.resolve("none")).named(toolchain).orElseThrow();
    var spec = known.times().orElseThrow().log().orElseThrow();
    return TimeLog.read(folder, spec, Map.of());
  }
}
