// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.app.Terminal;

/// Attaching from outside: each verb is a process of its own, and so is the QEMU that a shell
/// started.
@Tag("qemu")
final class AttachVerbTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;
  private Path shm;
  private Terminal terminal;
  private Process qemu;

  @BeforeEach
  void startAsAnybodyWould() throws IOException {
    shm = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
    terminal = Terminal.at(home, shm);
    var image = home.resolve("my guest.elf");
    try (var bytes =
        AttachVerbTest.class.getClassLoader().getResourceAsStream("guest/prebuilt/tidepool.elf")) {
      Files.copy(Objects.requireNonNull(bytes), image);
    }
    qemu =
        new ProcessBuilder(
                "sh",
                "-c",
                "exec qemu-system-x86_64 -M q35 -accel tcg -cpu max -m 64M -nodefaults -display none"
                    + " -kernel \"$1\" -serial file:\"$2\" -append '--port 80 --workers 4'",
                "sh",
                image.toString(),
                home.resolve("con").toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("said").toFile())
            .start();
  }

  @AfterEach
  void clear() throws Exception {
    terminal.run("detach");
    qemu.destroyForcibly().waitFor();
    try (var all = Files.walk(shm)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Test
  void theVerbsAnswerForAGuestThatAShellStartedAndLeaveItAlone() throws Exception {
    var pid = Long.toString(qemu.pid());
    var listed = terminal.run("guests", "--all", "--json");
    assertThat(listed.out())
        .contains("\"monitor\":\"qemu\",\"name\":\"my guest.elf\",\"pid\":" + pid);

    var attached = terminal.run("attach", "--pid", pid, "--name", "mine", "--json");
    assertThat(attached.code()).as(attached.err()).isZero();
    var said = JSON.readTree(attached.out());
    assertThat(said.get("project").asText()).isEqualTo("mine");
    assertThat(said.get("target").asText()).isEqualTo("attached");
    assertThat(said.get("abilities")).hasSize(5);

    var ps = terminal.run("ps", "-g", "mine", "--json");
    assertThat(ps.code()).as(ps.err()).isZero();
    assertThat(ps.out()).contains("\"name\":\"worker-3\"").contains("in /proc/" + pid + "/mem");
    assertThat(terminal.run("print", "tide_heap.magic").out()).contains("0x70616568");
    assertThat(terminal.run("console").out()).contains("tide");
    var pause = terminal.run("pause");
    assertThat(pause.code()).isNotZero();
    assertThat(pause.err()).contains("no QMP socket").doesNotContain("\tat ");

    var detach = terminal.run("detach", "--json");
    assertThat(detach.code()).as(detach.err()).isZero();
    assertThat(qemu.isAlive()).isTrue();
    assertThat(terminal.run("guests", "--json").out()).isEmpty();
    assertThat(terminal.run("runs").out()).contains("mine").contains("detached");
  }

  @Test
  void whatCannotBeAttachedToIsRefusedInWords() throws Exception {
    var me = Long.toString(ProcessHandle.current().pid());
    var refused = terminal.run("attach", "--pid", me);
    assertThat(refused.code()).isEqualTo(Exit.MACHINE);
    assertThat(refused.err()).contains("runs no guest that Trilobite knows of");
    assertThat(terminal.run("attach", "--pid", "2147483647").code()).isEqualTo(Exit.ABSENT);
    assertThat(terminal.run("attach", "--qmp", home.resolve("none").toString()).code())
        .isEqualTo(Exit.ABSENT);
    assertThat(terminal.run("attach").code()).isEqualTo(Exit.USAGE);
    assertThat(terminal.run("ps", "--core", home.resolve("none").toString()).code())
        .isEqualTo(Exit.ABSENT);
    assertThat(terminal.run("ps", "--image", "x").code()).isEqualTo(Exit.USAGE);
  }
}
