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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void whatStandsBeforeAVerbIsNotPassedOver() {
    assertThat(execute("elsewhere", "stop")).isEqualTo(Exit.USAGE);
    assertThat(execute(home.toString(), "run", ".")).isEqualTo(Exit.USAGE);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "trilobite: a verb comes first: trilobite stop -g elsewhere\n"
                + "trilobite: a verb comes first: trilobite run "
                + home
                + "\n");
  }

  @Test
  void helpIsUnderstoodAsAWord() {
    assertThat(execute("help")).isEqualTo(Exit.DONE);
    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Usage: trilobite [-hV]");
    said.reset();
    assertThat(execute("help", "netstat")).isEqualTo(Exit.DONE);
    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Usage: trilobite netstat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aux", "-ef", "-A"})
  void psIsAskedForAllAsElsewhere(String all) {
    assertThat(execute("ps", all, "--image", "vm.elf")).isEqualTo(Exit.USAGE);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualTo("trilobite: --image and --profile belong to --core; a guest knows its own\n");
  }

  @ParameterizedTest
  @CsvSource({"logs, console", "ls, guests", "kill, stop", "bt, stack", "version, --version"})
  void wordsOfOtherProgramsLeadToTheVerb(String word, String verb) {
    assertThat(execute(word)).isEqualTo(Exit.USAGE);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualTo("trilobite: there is no verb and no file “%s”; say: trilobite %s\n", word, verb);
    assertThat(opened).isEmpty();
  }
}
