// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.settings.FileSettings;

/// Which terminal a command gets, and that its words stay as they are.
class ExternalTerminalTest {

  private static final Path ODD = Path.of("/tmp/a 'b' $c");

  @TempDir Path root;

  private ExternalTerminal terminal() {
    return new ExternalTerminal(
        new FileSettings(root.resolve("config")), Map.of("PATH", root.resolve("bin").toString()));
  }

  @Test
  void theFirstThatIsThereIsTaken() throws Exception {
    assertThatThrownBy(() -> terminal().command(ODD, List.of("make")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No terminal was found");
    Files.createDirectory(root.resolve("bin"));
    for (var name : List.of("xterm", "konsole")) {
      Files.createFile(
          root.resolve("bin/" + name),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
    assertThat(terminal().command(ODD, List.of("make", "menu config")))
        .containsExactly("konsole", "-e", "env", "--chdir=" + ODD, "make", "menu config");
  }
}
