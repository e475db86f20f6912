// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

/// `trilobite identify` and its neighbours, of folders.
final class IdentifyVerbTest {

  @TempDir Path home;
  private Runner runner;

  @BeforeEach
  void open() throws IOException {
    var env = new HashMap<>(System.getenv());
    env.putAll(Terminal.at(home, Files.createDirectories(home.resolve("run"))).env());
    runner = Runner.open(env);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private String say(int code, String... words) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, UTF_8);
    var env =
        new Env(
            () -> runner, stream, stream, false, home, home, (bench, project, target, run) -> 0);
    assertThat(Verbs.execute(env, words)).isEqualTo(code);
    return out.toString(UTF_8);
  }

  @Test
  void aProjectIsOneToRunAndNotToImport() throws IOException {
    say(Exit.DONE, "new", "pool", "--template", "tidepool");
    Files.writeString(home.resolve("pool/Makefile"), "all:\n");
    assertThat(say(Exit.DONE, "identify", "pool"))
        .contains("project", "tide", "default", "→ trilobite run pool")
        .doesNotContain("import");
    assertThat(say(Exit.DONE, "identify", "--json", "pool"))
        .contains("\"format\":\"project\",\"project\":\"pool\"");
  }

  @Test
  void aBrokenProjectFileIsSaidToBeOne() throws IOException {
    Files.createDirectories(home.resolve("broken"));
    Files.writeString(home.resolve("broken/trilobite.toml"), "[project\n");
    assertThat(say(Exit.NO, "identify", "broken")).contains("project file is broken");
  }

  @Test
  void anotherFolderIsWhatItHolds() throws IOException {
    Files.createDirectories(home.resolve("other"));
    Files.writeString(home.resolve("other/Makefile"), "all:\n");
    assertThat(say(Exit.DONE, "identify", "other")).contains("→ trilobite import other");
  }

  @Test
  void aFileThatIsToBeImportedIsThereButNoFolder() throws IOException {
    Files.writeString(home.resolve("image"), "text");
    assertThat(say(Exit.USAGE, "import", "image")).contains("is a file, not a folder", "identify");
    assertThat(say(Exit.ABSENT, "import", "nothing")).contains("no such file or folder");
  }

  @Test
  void oneRowIsOne() {
    assertThat(say(Exit.DONE, "sql", "select 1")).contains("1 row in ");
    assertThat(say(Exit.DONE, "sql", "select 1 union select 2")).contains("2 rows in ");
  }
}
