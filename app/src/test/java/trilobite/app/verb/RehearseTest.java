// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.Runner;

/// What fills the start-up cache goes through verbs and window, and says nothing.
class RehearseTest {

  @TempDir Path folder;

  @Test
  void goesThroughAnImageAndTheWindowWithoutAWord() throws Exception {
    var said = new ByteArrayOutputStream();
    try (var out = new PrintStream(said, false, StandardCharsets.UTF_8);
        var workbench = Runner.open(Map.of("HOME", folder.toString(), "PATH", "/usr/bin"))) {
      var env =
          new Env(
              () -> workbench,
              out,
              out,
              false,
              folder,
              folder,
              (opened, project, target, run) -> opened == workbench ? 7 : 0);
      assertThat(Verbs.execute(env, "rehearse", "/proc/self/exe")).isEqualTo(7);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    // What tells images apart was read, and kept.
    try (var all = Files.walk(folder)) {
      assertThat(all).anyMatch(file -> file.getFileName().toString().startsWith("kinds-"));
    }
  }
}
