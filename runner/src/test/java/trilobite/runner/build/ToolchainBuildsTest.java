// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.build.BuildResult.Outcome;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchException;
import trilobite.model.project.TextPlace;
import trilobite.runner.Waiting;
import trilobite.runner.job.ThreadJobs;
import trilobite.runner.project.Bench;
import trilobite.runner.project.ProjectFolders;
import trilobite.runner.project.TomlProjectFormat;
import trilobite.runner.toolchain.Kit;
import trilobite.runner.toolchain.ToolCheck;

/// Real builds with the compiler and make of this machine, in temporary folders.
@Timeout(120)
class ToolchainBuildsTest {

  @TempDir Path root;

  private final List<BuildEvent> events = Collections.synchronizedList(new ArrayList<>());
  private ProjectFolders projects;
  private ToolchainBuilds builds;
  private Path folder;

  @BeforeEach
  void setUp() throws IOException {
    projects = Bench.in(root).projects();
    builds = builds(String.valueOf(System.getenv("PATH")));
    folder = root.resolve("a project'$(x)");
    Files.createDirectories(folder);
  }

  private ToolchainBuilds builds(String path) {
    var bench = Bench.in(root);
    var tools =
        new ToolchainBuilds.Tools(
            bench.toolchains(),
            new ToolCheck(Map.of("PATH", path)),
            new Kit(bench.data(), root.resolve("cache")));
    return new ToolchainBuilds(
        projects, bench.templates(), tools, new TomlProjectFormat(), bench.state());
  }

  private void write(String name, String content) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), content);
  }

  private void trust() throws IOException {
    projects.trust(projects.trustQuestion(folder));
  }

  /// A project whose image is a PVH kernel of a few bytes, made by gcc and ld.
  private void kernelProject() throws IOException {
    write(
        "trilobite.toml",
        "[project]\nname='k'\ntoolchain='make'\n[target.default]\nkernel='build/k.elf'\n");
    write(
        "Makefile",
        """
        build/k.elf: start.S main.c
        \t@mkdir -p build
        \t@echo "[1/3] AS start.S"
        \t@gcc -c -o build/start.o start.S
        \t@echo "[2/3] CC main.c"
        \t@gcc -c -ffreestanding -fno-pic -o build/main.o main.c
        \t@echo "[3/3] LD k.elf"
        \t@ld --build-id=sha1 -o $@ build/start.o build/main.o
        """);
    write(
        "start.S",
        """
        .globl _start
        _start: hlt
        .section .note.pvh, "a", @note
        .long 4, 4, 18
        .asciz "Xen"
        .long _start
        .section .note.GNU-stack,""
        """);
    write("main.c", "int answer = 42;\n");
    trust();
  }

  private BuildResult build() throws Exception {
    events.clear();
    return builds.build(folder, "default", events::add, JobContext.unwatched());
  }

  private String output() {
    var text = new StringBuilder();
    for (var event : List.copyOf(events)) {
      if (event instanceof BuildEvent.Output output) {
        text.append(output.text());
      }
    }
    return text.toString();
  }

  @Test
  void buildStreamsProgressAndLeavesAnImage() throws Exception {
    kernelProject();
    var result = build();
    assertThat(result.outcome()).as(result.why() + output()).isEqualTo(Outcome.DONE);
    assertThat(result.image()).contains(folder.resolve("build/k.elf"));
    assertThat(result.buildId()).isPresent();
    assertThat(result.imageIsOlder()).isFalse();
    assertThat(events.getFirst()).isInstanceOf(BuildEvent.Started.class);
    assertThat(events).contains(new BuildEvent.Progress(2, 3, false, "CC main.c"));
    assertThat(output()).contains("[3/3] LD k.elf");
    assertThat(builds.last(folder, "default")).contains(lastWithMillis(result));
  }

  private static BuildResult lastWithMillis(BuildResult r) {
    var finished = java.time.Instant.ofEpochMilli(r.finished().toEpochMilli());
    return new BuildResult(
        r.outcome(),
        r.why(),
        r.image(),
        r.buildId(),
        r.symbols(),
        r.imageIsOlder(),
        r.diagnostics(),
        r.durationMillis(),
        finished);
  }

  @Test
  void failedBuildPointsAtTheLineAndTheOldImageStillRuns() throws Exception {
    kernelProject();
    var good = build();
    var image = Files.readAllBytes(folder.resolve("build/k.elf"));
    write("main.c", "int answer = ;\n");
    write(
        "Makefile",
        Files.readString(folder.resolve("Makefile")).replace("\t@mkdir", "\t@rm -f $@; mkdir"));
    var failed = build();
    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).contains(folder.resolve("main.c"));
              assertThat(problem.place()).contains(new TextPlace(1, 14));
            });
    assertThat(failed.imageIsOlder()).isTrue();
    assertThat(failed.buildId()).isEqualTo(good.buildId());
    assertThat(failed.why())
        .contains(
            "1 error",
            "Run still boots the image of",
            good.buildId().orElseThrow().substring(0, 12));
    assertThat(folder.resolve("build/k.elf")).hasBinaryContent(image);
  }

  @Test
  void failureWithoutAnEarlierImageSaysThatNothingBoots() throws Exception {
    kernelProject();
    write("main.c", "#error no\n");
    assertThat(build().why()).contains("no earlier image");
  }

  @Test
  void successWithoutAnImageIsAFailure() throws Exception {
    command("true");
    assertThat(build().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(build().why()).contains("made no build/k.elf");
  }

  private void command(String script) throws IOException {
    write(
        "trilobite.toml",
        "[project]\nname='k'\n[build]\ncommand=['sh','-c',"
            + "'''"
            + script
            + "''']\n[target.default]\nkernel='build/k.elf'\n");
    trust();
  }

  @Test
  void untrustedProjectRunsNothing() throws Exception {
    command("touch ran");
    write(
        "trilobite.toml", Files.readString(folder.resolve("trilobite.toml")).replace("ran", "hit"));
    assertThatThrownBy(this::build)
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("not trusted yet")
        .hasMessageContaining("touch hit");
    assertThat(folder.resolve("hit")).doesNotExist();
  }

  @Test
  void invalidProjectAndUnknownTargetAreRefused() throws Exception {
    write("trilobite.toml", "[project\n");
    assertThatThrownBy(this::build).isInstanceOf(LaunchException.class);
    command("true");
    assertThatThrownBy(() -> builds.build(folder, "none\n", events::add, JobContext.unwatched()))
        .hasMessage("The project has no target “none\\n”.");
  }

  @Test
  void toolchainThatIsAbsentSaysWhatToInstallAndRunsNothing() throws Exception {
    kernelProject();
    builds = builds("/none");
    var result = build();
    assertThat(result.outcome()).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(result.why()).contains("make is missing").contains("nothing to boot");
    assertThat(events).isEmpty();
    var info = builds.toolchains().stream().filter(t -> t.name().equals("make")).findFirst();
    assertThat(info.orElseThrow().installed()).isFalse();
    assertThat(info.orElseThrow().remedy()).isNotEmpty();
  }

  @Test
  void unknownToolchainSaysSo() throws Exception {
    write("trilobite.toml", "[project]\nname='k'\ntoolchain='x'\n[target.default]\nkernel='k'\n");
    assertThat(build().outcome()).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(build().why()).contains("no toolchain “x”");
  }

  @Test
  void hostileOutputArrivesAndDoesNoHarm() throws Exception {
    command(
        "printf \"\\033]0;owned\\007\\377\\376 a.c:1:2: error: \\033[31mred\\033[0m\\n\";"
            + " head -c 3000000 /dev/zero | tr \"\\0\" x; echo; echo b.c:3:4: error: last; exit 1");
    var result = build();
    assertThat(output()).contains("\u001B]0;owned\u0007��").hasSizeGreaterThan(3_000_000);
    assertThat(result.diagnostics()).extracting(d -> d.message()).contains("last");
  }

  @Test
  void cancelEndsTheWholeTreeAndKeepsTheOldImage() throws Exception {
    kernelProject();
    build();
    write(
        "Makefile",
        "build/k.elf: FORCE\n\t@rm -f $@; echo up; (setsid sleep 1005 & sleep 1006)\nFORCE:\n");
    events.clear();
    try (var jobs = new ThreadJobs()) {
      var job =
          jobs.start(
              new Job<>("Build", context -> builds.build(folder, "default", events::add, context)));
      Waiting.until("it is up", () -> output().contains("up"));
      assertThatThrownBy(this::buildAgain).hasMessageContaining("Another build");
      job.cancel();
      var result = job.result().get(60, SECONDS);
      assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(result.why()).contains("Run still boots");
    }
    assertThat(folder.resolve("build/k.elf")).exists();
    assertThat(
            ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").matches("(.*/)?sleep 100[56]")))
        .isEmpty();
  }

  private void buildAgain() throws Exception {
    builds.build(folder, "default", event -> {}, JobContext.unwatched());
  }

  @Test
  void demoTemplateBuildsWithTheKitAndRunsPrebuiltWithoutACompiler() throws Exception {
    folder = root.resolve("demo");
    projects.create(folder, "tidepool", "tidepool");
    builds = builds("/none");
    var prebuilt = build();
    assertThat(prebuilt.outcome()).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(prebuilt.why()).contains("image that ships with Trilobite").contains("missing");
    assertThat(prebuilt.image()).contains(folder.resolve("build/tidepool.elf"));
    assertThat(prebuilt.imageIsOlder()).isTrue();
    builds = builds(String.valueOf(System.getenv("PATH")));
    var built = build();
    assertThat(built.outcome()).as(built.why() + output()).isEqualTo(Outcome.DONE);
    assertThat(built.symbols()).contains(folder.resolve("build/tidepool.dbg"));
    assertThat(events).anyMatch(e -> e instanceof BuildEvent.Progress p && p.total() > 1);
  }

  @Test
  void demoTemplateBuildsUnderAnyProjectNameAndWhereNoTargetNamesItsImage() throws Exception {
    folder = root.resolve("pond");
    var made = projects.create(folder, "tidepool", "my pond, no. 2");
    assertThat(build().outcome()).isEqualTo(Outcome.DONE);

    var text = made.text().replaceAll("(?m)^kernel = .*$", "");
    projects.save(folder, made.text(), text.replaceAll("(?s)\\[\\[debug.*?kernel\"", ""));
    var built = build();
    assertThat(built.outcome()).as(built.why() + output()).isEqualTo(Outcome.DONE);
    assertThat(built.image()).contains(folder.resolve("build/tidepool.elf"));
    assertThat(built.symbols()).contains(folder.resolve("build/tidepool.dbg"));
  }

  @Test
  void theDemoLinksTheNetworkStackThatItsCommandChooses() throws Exception {
    folder = root.resolve("demo");
    projects.create(folder, "tidepool", "demo");
    var file = folder.resolve("trilobite.toml");
    var text = Files.readString(file);
    for (var stack : List.of("tide-nobacklog", "tide")) {
      var option = stack.equals("tide") ? "" : ", \"BACKLOG=no\"";
      Files.writeString(file, text + "\n[build]\ncommand = [\"make\"" + option + "]\n");
      trust();
      assertThat(build().outcome()).isEqualTo(Outcome.DONE);
      assertThat(folder.resolve("build/kit")).content().startsWith(stack + "\n");
    }
  }
}
