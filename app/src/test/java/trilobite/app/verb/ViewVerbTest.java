// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;

class ViewVerbTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int call(String... arguments) {
    var env =
        new Env(
            () -> {
              throw new AssertionError("no guest is needed");
            },
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Path.of("/"),
            Path.of("/demo"),
            (workbench, project, target, run) -> 0);
    return Verbs.line(env).execute(arguments);
  }

  @Test
  void aloneItListsAllViewsAndWhatTheyShow() {
    assertThat(call("view")).isEqualTo(Exit.DONE);
    var listed = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(listed.stream().skip(1).map(line -> line.split(" ", 2)[0]))
        .containsExactlyElementsOf(Views.all().stream().<String>map(View::name).toList());
    // The history of runs has tables of its own; frames and the rest are views.
    assertThat(Views.all().stream().<String>map(View::name).toList())
        .containsAll(
            List.of(
                "threads",
                "frames",
                "sockets",
                "listeners",
                "flows",
                "packets",
                "allocations",
                "memory_map",
                "drives",
                "symbols",
                "console",
                "events",
                "vitals",
                "interfaces",
                "vcpus"));
  }

  @Test
  void aNameThatIsNoneGetsTheNearest() {
    assertThat(call("view", "thrads")).isEqualTo(Exit.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Did you mean “threads”?");
  }
}
