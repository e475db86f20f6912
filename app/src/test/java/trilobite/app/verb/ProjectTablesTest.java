// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.app.Terminal;
import trilobite.runner.Runner;

/// `trilobite options` and `trilobite times`, typed.
class ProjectTablesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KRAFT =
      """
      spec: v0.6
      name: hello # what we say
      libraries:
        lwip:
          version: stable
          kconfig:
            CONFIG_LWIP_IPV6: 'y'
      """;

  @TempDir Path home;
  private Runner runner;
  private Path project;

  @BeforeEach
  void make() throws IOException {
    var env = new HashMap<>(System.getenv());
    env.putAll(Terminal.at(home, Files.createDirectories(home.resolve("run"))).env());
    runner = Runner.open(env);
    project = Files.createDirectories(home.resolve("a project"));
  }

  private void toolchain(String name) throws IOException {
    Files.writeString(
        project.resolve("trilobite.toml"),
        "[project]\nname = \"hello\"\ntoolchain = \"" + name + "\"\n[target.default]\n");
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private Terminal.Said say(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var env =
        new Env(
            () -> runner,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            home,
            home,
            (workbench, project, target, run) -> 0);
    int code = Verbs.execute(env, words);
    return new Terminal.Said(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  @Test
  void optionsOfAFileAreATableAndOneIsChangedWhereItStands() throws Exception {
    toolchain("kraft");
    var file = Files.writeString(project.resolve("Kraftfile"), KRAFT);

    var all = say("options", project.toString());
    assertThat(all.code()).as(all.err()).isZero();
    assertThat(all.out())
        .contains("NAME", "VALUE", "libraries.lwip.version", "stable", "application");
    assertThat(all.err()).contains("Kraftfile, " + file + ": 4 options", "Libraries, ");

    var rows =
        JSON.readTree(
            say("options", project.toString(), "--json", "--table", "libraries", "--find", "IPV6")
                .out());
    assertThat(rows.path("file").asText()).isEqualTo(file.toString());
    assertThat(rows.path("rows")).hasSize(1);
    assertThat(rows.path("rows").path(0).path("declared").asText()).isEqualTo("line 7");

    assertThat(say("options", project.toString(), "--set", "name=other").code()).isZero();
    assertThat(file).content().isEqualTo(KRAFT.replace("name: hello", "name: other"));
    assertThat(say("options", project.toString(), "--set", "nme=other").err())
        .contains("lets nme be changed");
    assertThat(say("options", home.resolve("none").toString()).code()).isEqualTo(Exit.ABSENT);
  }

  @Test
  void timesOfFilesComeFromTheLastBuildAndTheOneBefore() throws Exception {
    toolchain("slow");
    var kit = Files.createDirectories(home.resolve("config/trilobite/toolchains"));
    Files.writeString(
        kit.resolve("slow.toml"),
        """
        schema = 1
        title = "Slow"
        summary = "Says what it builds"
        [build]
        command = ["sh", "-c", "mkdir -p out; for f in a b; do echo CC $f.c; sleep 0.1; date >out/$f.o; done"]
        image = "out/a.o"
        progress = '^(?<step>CC (?<stem>\\w+)\\.c)$'
        [times]
        output = "out/${stem}.o"
        """);
    assertThat(say("times", project.toString()).code()).as("never built").isEqualTo(Exit.NO);
    for (int i = 0; i < 2; i++) {
      var built = say("build", project.toString(), "--trust");
      assertThat(built.code()).as(built.out() + built.err()).isZero();
    }
    var told = say("times", project.toString());
    assertThat(told.out().lines()).hasSize(3).first().asString().startsWith("FILE");
    assertThat(told.out()).contains("out/a.o", "out/b.o");
    var rows = JSON.readTree(say("times", project.toString(), "--json").out()).path("rows");
    assertThat(rows).hasSize(2);
    assertThat(rows.path(0).path("took").asDouble()).isGreaterThan(50);
    assertThat(rows.path(0).path("before").asDouble()).isGreaterThan(50);
  }
}
