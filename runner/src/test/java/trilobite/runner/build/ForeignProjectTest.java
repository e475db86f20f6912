// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.Diagnostic;
import trilobite.model.build.FolderKind;
import trilobite.model.job.JobContext;
import trilobite.model.project.Target;
import trilobite.runner.project.Bench;
import trilobite.runner.project.ProjectFolders;
import trilobite.runner.project.TomlProjectFormat;
import trilobite.runner.toolchain.Kit;
import trilobite.runner.toolchain.ToolCheck;

/// Folders that somebody else's toolchain builds: recognised, made projects, configured and built.
class ForeignProjectTest {

  @TempDir Path root;
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
    folder = Files.createDirectories(root.resolve("an app"));
  }

  private void write(String name, String content) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Target adopted(String toolchain) throws IOException {
    Files.deleteIfExists(folder.resolve("trilobite.toml"));
    builds.adopt(folder, toolchain);
    var parsed = projects.open(folder);
    assertThat(parsed.findings()).isEmpty();
    return parsed.project().orElseThrow().targets().firstEntry().getValue();
  }

  @Test
  void aRecognisedFolderBecomesAProjectOnceAndUntrusted() throws IOException {
    write("an app/Kraftfile", "spec: v0.6\n");
    write("an app/.unikraft/build/app_qemu-x86_64", "");
    assertThat(builds.recognise(folder))
        .containsExactly(new FolderKind("kraft", "Unikraft by kraft", "it has Kraftfile"));
    var target = adopted("kraft");
    assertThat(target.kernel()).contains(".unikraft/build/app_qemu-x86_64");
    assertThat(target.machine()).isEqualTo("q35");
    var question = projects.trustQuestion(folder);
    assertThat(question.trusted()).isFalse();
    assertThat(question.asks()).anySatisfy(ask -> assertThat(ask).contains("kraft build"));
    assertThatThrownBy(() -> builds.adopt(folder, "kraft"))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void loadersAndDrivesAreWhatTheToolchainSays() throws IOException {
    write("an app/Cargo.toml", "[package]\nname = \"http\"\n");
    var hermit = adopted("hermit");
    assertThat(hermit.kernel()).contains("hermit-loader-x86_64");
    assertThat(hermit.initrd()).contains("target/x86_64-unknown-hermit/release/http");
    assertThat(hermit.network().legacy()).isFalse();
    var nanos = adopted("nanos");
    assertThat(nanos.network().legacy()).isTrue();
    assertThat(nanos.kernel()).isEmpty();
    assertThat(nanos.drives().getFirst().boot()).isTrue();
    assertThat(nanos.drives().getFirst().file()).endsWith("/.ops/images/an app");
    assertThat(adopted("toro").network().mode()).isEqualTo("vsock");
    assertThat(adopted("osv").drives().getFirst().format()).isEqualTo("qcow2");
  }

  @Test
  void itIsConfiguredBeforeTheFirstBuildAndWhatWasDroppedIsTold() throws Exception {
    write(
        "config/toolchains/cfg.toml",
        """
        schema = 1
        [[configure]]
        unless = ".config"
        when = "defconfig"
        command = ["cp", "given", ".config"]
        from = "defconfig"
        into = ".config"
        [[configure]]
        unless = ".config"
        command = ["false"]
        [build]
        command = ["cp", ".config", "made"]
        """);
    write("an app/trilobite.toml", "[project]\nname='k'\ntoolchain='cfg'\n[target.a]\n");
    write("an app/defconfig", "CONFIG_A=y\nCONFIG_B=y\n# CONFIG_C is not set\nCONFIG_D=4\n");
    write("an app/given", "CONFIG_A=y\nCONFIG_C=y\nCONFIG_D=8\n");
    projects.trust(projects.trustQuestion(folder));

    var events = new ArrayList<BuildEvent>();
    var result = builds.build(folder, "a", events::add, JobContext.unwatched());

    assertThat(commands(events))
        .containsExactly(List.of("cp", "given", ".config"), List.of("cp", ".config", "made"));
    assertThat(result.diagnostics())
        .extracting(d -> d.place().orElseThrow().line(), Diagnostic::message)
        .extracting(tuple -> tuple.toList().getFirst())
        .containsExactly(2, 3, 4);
    assertThat(result.diagnostics().getFirst().message()).contains("CONFIG_B=y was dropped");
    assertThat(result.diagnostics().getLast().message()).contains("changed to 8");

    events.clear();
    builds.build(folder, "a", events::add, JobContext.unwatched());
    assertThat(commands(events)).containsExactly(List.of("cp", ".config", "made"));
  }

  @Test
  void aConfigurationThatWasChangedIsSettledAndWhatWasDroppedIsTold() throws Exception {
    write(
        "config/toolchains/cfg.toml",
        """
        schema = 1
        [[configure]]
        newer = ".config"
        than = "auto.conf"
        command = ["cp", "settled", ".config"]
        from = ".config"
        into = ".config"
        [build]
        command = ["touch", "auto.conf"]
        """);
    write("an app/trilobite.toml", "[project]\nname='k'\ntoolchain='cfg'\n[target.a]\n");
    write("an app/.config", "CONFIG_A=y\nCONFIG_B=y\n");
    write("an app/settled", "CONFIG_A=y\n# CONFIG_B is not set\n");
    projects.trust(projects.trustQuestion(folder));
    var events = new ArrayList<BuildEvent>();
    builds.build(folder, "a", events::add, JobContext.unwatched());
    assertThat(commands(events)).containsExactly(List.of("touch", "auto.conf"));

    var past =
        FileTime.from(
            Files.getLastModifiedTime(folder.resolve(".config")).toInstant().minusSeconds(60));
    Files.setLastModifiedTime(folder.resolve("auto.conf"), past);
    events.clear();
    var result = builds.build(folder, "a", events::add, JobContext.unwatched());
    assertThat(commands(events)).startsWith(List.of("cp", "settled", ".config"));
    assertThat(result.diagnostics())
        .extracting(Diagnostic::message)
        .singleElement()
        .asString()
        .startsWith("CONFIG_B=y was dropped");
    assertThat(result.diagnostics().getFirst().place()).isEmpty();
  }

  @Test
  void anImageThatOnlyTheBuildCanNameIsNamedAfterIt() throws Exception {
    write("an app/Makefile", "build/x.elf:\n\t@mkdir -p build\n\t@echo a >$@\n");
    write("an app/link.ld", "");
    assertThat(adopted("c-bare").kernel()).isEmpty();
    projects.trust(projects.trustQuestion(folder));
    builds.build(folder, "default", _ -> {}, JobContext.unwatched());
    var target = projects.open(folder).project().orElseThrow().targets().firstEntry().getValue();
    assertThat(target.kernel()).contains("build/x.elf");
  }

  private static List<List<String>> commands(List<BuildEvent> events) {
    return events.stream()
        .filter(BuildEvent.Started.class::isInstance)
        .map(event -> ((BuildEvent.Started) event).command())
        .toList();
  }
}
