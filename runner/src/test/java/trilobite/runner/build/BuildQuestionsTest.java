// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.build.BuildResult.Outcome;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchException;
import trilobite.runner.project.Bench;
import trilobite.runner.project.ProjectFolders;
import trilobite.runner.project.TomlProjectFormat;
import trilobite.runner.toolchain.Kit;
import trilobite.runner.toolchain.ToolCheck;

/// Tools that ask while they build, and the commands beside the build itself.
@Timeout(60)
class BuildQuestionsTest {

  @TempDir Path root;

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final AtomicReference<String> question = new AtomicReference<>("");
  private ProjectFolders projects;
  private ToolchainBuilds builds;
  private Path folder;

  @BeforeEach
  void setUp() throws IOException {
    var bench = Bench.in(root);
    projects = bench.projects();
    var tools =
        new ToolchainBuilds.Tools(
            bench.toolchains(),
            new ToolCheck(Map.of("PATH", String.valueOf(System.getenv("PATH")))),
            new Kit(bench.data(), root.resolve("cache")));
    builds =
        new ToolchainBuilds(
            projects, bench.templates(), tools, new TomlProjectFormat(), bench.state());
    folder = root.resolve("a \"quoted\" $HOME\nproject'$(x)");
    Files.createDirectories(folder);
  }

  private void project(String toolchain, String build) throws IOException {
    Files.writeString(
        folder.resolve("trilobite.toml"),
        "[project]\nname='k'\ntoolchain='" + toolchain + "'\n" + build + "\n[target.default]\n");
    projects.trust(projects.trustQuestion(folder));
  }

  private void told(BuildEvent event, boolean decline) {
    switch (event) {
      case BuildEvent.Output(String text) -> said.add(text);
      case BuildEvent.Asked(String text, BuildEvent.Reply reply) -> {
        question.set(text);
        if (decline) {
          reply.decline();
        } else {
          reply.answer("yes, please");
        }
      }
      case BuildEvent.Started _, BuildEvent.Progress _, BuildEvent.Found _ -> {}
    }
  }

  private BuildResult build(boolean decline) throws Exception {
    return builds.build(folder, "default", event -> told(event, decline), JobContext.unwatched());
  }

  @Test
  @Tag("bad:toolchain-asks")
  void aQuestionIsToldAndItsAnswerTyped() throws Exception {
    project(
        "command",
        "[build]\ncommand=['sh','-c','printf \"Overwrite? \"; read a; echo \"got <$a>\"']");
    assertThat(build(false).outcome()).isEqualTo(Outcome.DONE);
    assertThat(question.get()).isEqualTo("Overwrite?");
    assertThat(String.join("", said)).contains("got <yes, please>");
  }

  @Test
  void aQuestionPastTheOutputIsToldToo() throws Exception {
    project(
        "command",
        "[build]\ncommand=['sh','-c','(printf \"Password: \"; read a; echo \"$a\" >&2)"
            + " </dev/tty >/dev/tty']");
    assertThat(build(false).outcome()).isEqualTo(Outcome.DONE);
    assertThat(question.get()).isEqualTo("Password:");
    assertThat(String.join("", said)).contains("yes, please");
  }

  @Test
  void whereNobodyAnswersTheToolSeesTheEndOfItsInput() throws Exception {
    project("command", "[build]\ncommand=['sh','-c','read a || { echo nobody; exit 3; }']");
    var result = build(true);
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.why()).contains("exit code 3");
    assertThat(String.join("", said)).contains("nobody");
  }

  @Test
  @Tag("bad:toolchain-names")
  void cleanAndMenuAreRunWordByWord() throws Exception {
    Files.writeString(
        folder.resolve("Makefile"),
        "all:\n\t@touch made\nclean:\n\t@rm made; pwd\n.PHONY: all clean\n");
    project("make", "");
    assertThat(build(false).outcome()).isEqualTo(Outcome.DONE);
    assertThat(folder.resolve("made")).exists();
    var cleaned =
        builds.clean(folder, "default", event -> told(event, true), JobContext.unwatched());
    assertThat(cleaned.outcome()).as(cleaned.why()).isEqualTo(Outcome.DONE);
    assertThat(folder.resolve("made")).doesNotExist();
    assertThat(String.join("", said)).contains(folder.toString());
    assertThat(builds.menu(folder, "default")).isEmpty();
    assertThat(builds.hasMenu("make")).isFalse();
    assertThat(builds.hasMenu("none such")).isFalse();
    assertThatThrownBy(() -> builds.choose(folder, "default"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("no command");
    project("unikraft", "");
    assertThat(builds.hasMenu("unikraft")).isTrue();
    assertThat(builds.menu(folder, "default"))
        .hasValueSatisfying(w -> assertThat(w).endsWith("menuconfig"));
  }

  /// Nothing of the output is kept here: what a listener does with it is its own matter.
  @Test
  @Timeout(180)
  @Tag("bad:toolchain-floods")
  void aHundredMegabytesArriveAndChildrenDoNotStay() throws Exception {
    project(
        "command",
        "[build]\ncommand=['sh','-c','sleep 987 & (setsid sleep 987 &); seq -f \"cc "
            + "-O2 -Wall -Iinclude/of/a/kernel ".repeat(6)
            + "-c file-%08.0f.c\" 1 600000 | head -c 104857600']");
    var bytes = new AtomicLong();
    var result =
        builds.build(
            folder,
            "default",
            event -> {
              if (event instanceof BuildEvent.Output(String text)) {
                bytes.addAndGet(text.length());
              }
            },
            JobContext.unwatched());
    assertThat(result.outcome()).as(result.why()).isEqualTo(Outcome.DONE);
    assertThat(bytes).hasValue(100L << 20);
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process -> process.info().commandLine().orElse("").endsWith("sleep 987"));
  }
}
