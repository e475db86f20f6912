// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.app.Terminal;

/// `--detach` from outside: each verb is a process of its own, as on a terminal.
@Tag("qemu")
final class DetachTest {

  @TempDir Path home;
  private Path shm;
  private Terminal terminal;

  @BeforeEach
  void makeRoom() throws IOException {
    shm = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
    terminal = Terminal.at(home, shm);
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

  @Test
  void theGuestOutlivesTheVerbThatStartedItAndEndsOnStop() throws Exception {
    var project = home.resolve("tidepool").toString();
    assertThat(terminal.run("new", project, "--template", "tidepool").code()).isZero();
    assertThat(terminal.run("build", project).code()).isZero();

    var run = terminal.run("run", project, "--detach", "--until", "ready", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"event\":\"ready\"");

    var guests = terminal.run("guests", "--json");
    var guest = new ObjectMapper().readTree(guests.out());
    assertThat(guest.get("state").asText()).isEqualTo("running");
    long qemu = guest.get("pid").asLong();
    assertThat(ProcessHandle.of(qemu)).as("QEMU").isPresent();
    int port = guest.at("/forwards/0/hostPort").asInt();
    assertThat(GuestPage.get(port, "/")).contains("tidepool");

    var stop = terminal.run("stop");
    assertThat(stop.code()).as(stop.err()).isZero();
    ProcessHandle.of(qemu).ifPresent(DetachTest::awaitEnd);
    assertThat(terminal.run("guests", "--json").out()).isEmpty();
    var record = new ObjectMapper().readTree(Terminal.run(home, 1).resolve("run.json").toFile());
    assertThat(record.get("verdict").asText()).isEqualTo("stopped");
  }

  private static void awaitEnd(ProcessHandle process) {
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
