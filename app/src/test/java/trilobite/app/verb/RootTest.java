// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window, without a verb.
final class RootTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<Optional<Path>> opened = new ArrayList<>();
  @TempDir Path home;

  private int execute(String... args) {
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Windows windows =
        (workbench, project, target, run) -> {
          opened.add(project);
          return Exit.DONE;
        };
    return Verbs.execute(new Env(() -> null, stream, stream, false, home, home, windows), args);
  }

  @Test
  void aFolderIsOpenedAndWithoutOneTheLast() {
    assertThat(execute()).isEqualTo(Exit.DONE);
    assertThat(execute(home.toString())).isEqualTo(Exit.DONE);
    assertThat(execute(".")).isEqualTo(Exit.DONE);
    assertThat(opened).containsExactly(Optional.empty(), Optional.of(home), Optional.of(home));
  }

  @Test
  void aSlipOfThePenIsNoFolder() {
    assertThat(execute("buidl")).isEqualTo(Exit.USAGE);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .startsWith("trilobite: there is no verb and no file “buidl”")
        .contains("trilobite build");
    assertThat(opened).isEmpty();
  }
}
