// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// README's table of verbs is generated from the verbs. `-Dreadme.update=true` writes it anew.
class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final String START = "<!-- verbs: generated -->\n";
  private static final String END = "<!-- /verbs -->";

  @Test
  void listsEveryVerbWithItsDescription() throws IOException {
    var text = Files.readString(README);
    int from = text.indexOf(START) + START.length();
    int to = text.indexOf(END);
    assertThat(from).isGreaterThan(START.length());
    var table = table();
    if (Boolean.getBoolean("readme.update")) {
      Files.writeString(README, text.substring(0, from) + table + text.substring(to));
      return;
    }
    assertThat(text.substring(from, to))
        .as("README's verbs are stale; run this test with -Dreadme.update=true")
        .isEqualTo(table);
  }

  /// Verbs that look into a guest, and views that have no verb of their own.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ps",
        "top",
        "stack",
        "netstat",
        "ping",
        "tcpdump",
        "mem",
        "iostat",
        "print",
        "hexdump",
        "sql",
        "console",
        "vitals",
        "guests",
        "runs",
        "view vcpus",
        "view interfaces",
        "view events",
        "view symbols",
        "view console",
        "view vitals"
      })
  void theTourShowsWhatAVerbPrints(String verb) throws IOException {
    assertThat(Files.readString(README))
        .containsPattern("(?m)^\\$ trilobite " + verb + "(?: .*)?\n(?!\\$|\n|```)");
  }

  private static String table() {
    var none =
        new PrintStream(
            java.io.OutputStream.nullOutputStream(),
            false,
            java.nio.charset.StandardCharsets.UTF_8);
    var env =
        new Env(
            () -> {
              throw new AssertionError("help opens no workbench");
            },
            none,
            none,
            false,
            Path.of("/"),
            Path.of("/"),
            (workbench, project, target, run) -> 0);
    return Verbs.line(env).getSubcommands().entrySet().stream()
        .filter(verb -> !verb.getValue().getCommandSpec().usageMessage().hidden())
        .map(
            verb ->
                "| `"
                    + verb.getKey()
                    + "` | "
                    + String.join(
                        " ", verb.getValue().getCommandSpec().usageMessage().description())
                    + " |\n")
        .collect(Collectors.joining("", "| verb | does |\n|---|---|\n", ""));
  }
}
