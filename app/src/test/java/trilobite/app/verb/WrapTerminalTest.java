// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.app.Main;
import trilobite.app.Waiting;

/// A wrapped QEMU on a terminal, which `script` gives it: keys reach the guest, and QEMU's own keys
/// reach QEMU.
@Tag("qemu")
final class WrapTerminalTest {

  @TempDir Path home;

  @Test
  void theTerminalIsQemusOwn() throws Exception {
    var shm = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
    var image = home.resolve("tidepool.elf");
    try (var bytes = WrapTerminalTest.class.getResourceAsStream("/guest/prebuilt/tidepool.elf")) {
      Files.copy(bytes, image);
    }
    var typed =
        new ProcessBuilder("script", "-qec", line(image), "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("screen").toFile());
    typed.environment().put("HOME", home.toString());
    typed.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
    typed.environment().put("XDG_RUNTIME_DIR", shm.toString());
    var script = typed.start();
    try (var keys = script.getOutputStream()) {
      until(shm, "tide>");
      keys.write("say from here\r".getBytes(UTF_8));
      keys.flush();
      until(shm, "say from here");
      // Ctrl A c leads to QEMU's monitor and back, Ctrl A x ends QEMU.
      keys.write("\001cinfo status\r".getBytes(UTF_8));
      keys.flush();
      until(shm, "VM status: running");
      keys.write("\001x".getBytes(UTF_8));
      keys.flush();
      assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      script.destroy();
    }
    assertThat(script.exitValue()).as("QEMU's own exit code").isZero();
    assertThat(screen()).contains("QEMU: Terminated");
    Waiting.until("the run is over", () -> Files.notExists(shm.resolve("trilobite/1")));
    Waiting.until("and the keeper", () -> empty(shm.resolve("trilobite")));
    try (var all = Files.walk(shm)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private String line(Path image) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.add(Main.class.getName());
    words.addAll(List.of("wrap", "--", "qemu-system-x86_64", "-nographic", "-m", "64M"));
    words.addAll(List.of("-kernel", image.toString()));
    return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  private String screen() throws IOException {
    return Files.readString(home.resolve("screen"), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private void until(Path shm, String said) throws Exception {
    Waiting.until(said + " on the screen, beside " + shm, () -> screen().contains(said));
  }

  private static boolean empty(Path base) throws IOException {
    try (var files = Files.list(base)) {
      return files.noneMatch(Files::isDirectory);
    }
  }
}
