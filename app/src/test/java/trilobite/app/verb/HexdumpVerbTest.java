// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import trilobite.model.inspect.Bytes;
import trilobite.model.inspect.Finds;
import trilobite.model.inspect.Question;
import trilobite.model.port.Workbench;

class HexdumpVerbTest {

  private static final long PIECE = 64 << 20;

  private final StillGuest guest = new StillGuest(List.of());
  private final AtomicInteger opened = new AtomicInteger();

  private Workbench workbench() {
    return StillGuest.core(
        () -> {
          opened.incrementAndGet();
          return guest;
        });
  }

  @Test
  void aCoreIsOpenedOnceForAllPiecesOfASearch() throws Exception {
    guest.answers(
        question -> {
          var from = ((Question.Find) question).from();
          var row = new Finds.Find(from + 16, OptionalLong.empty(), Optional.empty(), "74726565");
          var next = from < 2 * PIECE ? OptionalLong.of(from + PIECE) : OptionalLong.empty();
          return new Finds("74726565", List.of(row), PIECE, next, Optional.empty());
        });
    var out = new ByteArrayOutputStream();
    var verb =
        new HexdumpVerb(
            new Env(
                this::workbench,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream()),
                false,
                Path.of("/"),
                Path.of("/demo"),
                (workbench, project, target, run) -> 0));
    new CommandLine(verb).parseArgs("--find", "74726565", "--core", "a.core");
    assertThat(verb.call()).isEqualTo(Exit.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .allMatch(line -> line.contains("|tree|"));
    assertThat(opened).hasValue(1);
  }

  @Test
  void aLengthMayBeSaidInKibibytes() throws Exception {
    var asked = new ArrayList<Question<?>>();
    guest.answers(
        question -> {
          asked.add(question);
          return new Bytes(
              0x100, false, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        });
    for (var length : List.of("4K", "0x1000", "4096")) {
      var nowhere = new PrintStream(OutputStream.nullOutputStream());
      var env =
          new Env(
              this::workbench,
              nowhere,
              nowhere,
              false,
              Path.of("/"),
              Path.of("/demo"),
              (workbench, project, target, run) -> 0);
      assertThat(Verbs.execute(env, "hexdump", "0x100", length, "--core", "a.core"))
          .isEqualTo(Exit.DONE);
    }
    assertThat(asked)
        .hasSize(3)
        .containsOnly(new Question.Dump("0x100", OptionalLong.of(4096), false));
  }
}
