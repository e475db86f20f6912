// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.app.Main;
import trilobite.app.Terminal;

/// `top` in a terminal of its own, which `script` gives it, on the demo guest.
@Tag("qemu")
final class TopTerminalTest {

  private static final String LEAVES = "\u001b[?25h\u001b[?1049l";

  @TempDir Path home;
  private Path shm;
  private Map<String, String> env = Map.of();
  private Terminal terminal;

  @BeforeEach
  void makeRoom() throws IOException {
    shm = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
    env =
        Map.of(
            "HOME", home.toString(),
            "XDG_CONFIG_HOME", home.resolve("config").toString(),
            "XDG_STATE_HOME", home.resolve("state").toString(),
            "XDG_CACHE_HOME", home.resolve("cache").toString(),
            "XDG_DATA_HOME", home.resolve("data").toString(),
            "XDG_RUNTIME_DIR", shm.toString(),
            "TERM", "xterm");
    terminal = new Terminal(home, env);
  }

  @AfterEach
  void clear() throws Exception {
    terminal.run("stop");
    try (var all = Files.walk(shm)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private String seen() {
    try {
      return Files.readString(home.resolve("top.out"), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void showsTheGuestsThreadsAndPutsTheTerminalBack() throws Exception {
    var project = home.resolve("tidepool").toString();
    assertThat(terminal.run("new", project, "--template", "tidepool").code()).isZero();
    assertThat(terminal.run("build", project).code()).isZero();
    var run = terminal.run("run", project, "--detach", "--until", "ready");
    assertThat(run.code()).as(run.err()).isZero();

    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var line =
        "stty rows 24 cols 80; exec '%s' --enable-native-access=ALL-UNNAMED -cp '%s' %s top"
            .formatted(java, System.getProperty("java.class.path"), Main.class.getName());
    var builder =
        new ProcessBuilder("script", "-qec", line, "/dev/null")
            .redirectOutput(home.resolve("top.out").toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(env);
    var top = builder.start();
    try (var keys = top.outputWriter(UTF_8)) {
      await("threads", () -> seen().contains("worker-0") && seen().contains("F10"));
      keys.write("k");
      keys.flush();
      await("the refusal", () -> seen().contains("cannot be killed from outside"));
      keys.write("q");
      keys.flush();
      assertThat(top.waitFor(30, TimeUnit.SECONDS)).as("top ends").isTrue();
    } finally {
      top.destroyForcibly();
    }
    assertThat(top.exitValue()).isZero();
    assertThat(seen().stripTrailing()).endsWith(LEAVES);
  }

  private static void await(String what, java.util.function.BooleanSupplier so) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
