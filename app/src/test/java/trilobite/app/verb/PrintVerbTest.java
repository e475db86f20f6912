// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import trilobite.model.inspect.Printed;
import trilobite.model.inspect.Problem;
import trilobite.model.inspect.Question;
import trilobite.model.inspect.Value;

class PrintVerbTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StillGuest guest = new StillGuest(List.of());
  private final AtomicInteger asked = new AtomicInteger();

  /// What begins with a q makes no sense to this guest, which ends after so many questions.
  private int print(int most, String... words) throws InterruptedException {
    guest.answers(
        question -> {
          var text = ((Question.Print) question).expression();
          if (asked.incrementAndGet() == most) {
            guest.stop();
          }
          var value = new Value.Whole("int", asked.get(), false, 4, Optional.empty());
          return text.startsWith("q")
              ? new Printed(
                  text,
                  Optional.empty(),
                  OptionalLong.empty(),
                  Optional.of(new Problem(0, "there is no q")),
                  Optional.empty())
              : new Printed(
                  text,
                  Optional.of(value),
                  OptionalLong.of(0x1000),
                  Optional.empty(),
                  Optional.empty());
        });
    var env =
        new Env(
            () -> {
              throw new AssertionError("no guest is looked for");
            },
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream()),
            false,
            Path.of("/"),
            Path.of("/demo"),
            (workbench, project, target, run) -> 0);
    var verb = new PrintVerb(env);
    new CommandLine(verb).parseArgs(words);
    return verb.print(guest);
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void oneExpressionIsItsValueAndSeveralHaveTheirNames() throws Exception {
    assertThat(print(0, "a")).isEqualTo(Exit.DONE);
    assertThat(print(0, "a", "qq", "b->c")).isEqualTo(Exit.NO);
    assertThat(lines()).containsExactly("(int) 1", "a = (int) 2", "b->c = (int) 4");
  }

  @Test
  void theyAreWatchedUntilTheGuestEnds() throws Exception {
    assertThat(print(4, "a", "qq", "--watch", "--json")).isEqualTo(Exit.NO);
    assertThat(lines()).hasSize(4);
    var json = new ObjectMapper();
    assertThat(json.readTree(lines().get(2)).get("expression").asText()).isEqualTo("a");
    assertThat(json.readTree(lines().get(2)).get("value").asInt()).isEqualTo(3);
    assertThat(json.readTree(lines().get(3)).get("valueWhy").asText()).isEqualTo("there is no q");
  }

  @Test
  void whatNeverMadeSenseIsNotWatched() throws Exception {
    assertThat(print(0, "qq", "--watch")).isEqualTo(Exit.NO);
    assertThat(asked).hasValue(1);
  }
}
