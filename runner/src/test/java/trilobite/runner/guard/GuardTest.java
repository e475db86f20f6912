// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.Waiting;

/// Any program does in QEMU's place.
@Timeout(30)
class GuardTest {

  @TempDir Path folder;

  private static List<ProcessHandle> shells() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      return children.toList();
    }
  }

  @Test
  void wordsReachTheProgramAsTheyAre() throws Exception {
    var words = List.of("it's", "two\nlines", "$RUN `x` \\ \"q\" $(y)", "", "ü*?");
    var odd = Files.createDirectory(folder.resolve("it's a\n$HOME"));
    var command = new ArrayList<>(List.of("sh", "-c", "printf '<%s>' \"$@\" >said", "sh"));
    command.addAll(words);

    var exit = Guard.start(command, odd).exited().get(20, TimeUnit.SECONDS);

    assertThat(exit.status()).isZero();
    assertThat(Files.readString(odd.resolve("said")))
        .isEqualTo("<it's><two\nlines><$RUN `x` \\ \"q\" $(y)><><ü*?>");
  }

  @Test
  void aShellInReserveIsTakenAndReplaced() throws Exception {
    try (var shells = new GuardShells()) {
      shells.prepare();
      var spare = shells();
      assertThat(spare).hasSize(1);

      var guard = Guard.start(shells, List.of("sleep", "60"), folder);
      long pid = guard.pid();
      assertThat(shells()).as("the same one").isEqualTo(spare);
      assertThat(ProcessHandle.of(pid).flatMap(ProcessHandle::parent)).contains(spare.getFirst());

      shells.refill();
      assertThat(shells()).hasSize(2);
      assertThat(guard.kill()).isTrue();
      assertThat(ProcessHandle.of(pid)).isEmpty();
    }
    Waiting.until("no shell is left", () -> shells().isEmpty());
  }

  @Test
  void aReserveThatDiedIsNoHindrance() throws Exception {
    try (var shells = new GuardShells()) {
      shells.prepare();
      var spare = shells().getFirst();
      spare.destroyForcibly();
      Waiting.until("it is gone", () -> !spare.isAlive());

      var exit = Guard.start(shells, List.of("true"), folder).exited().get(20, TimeUnit.SECONDS);

      assertThat(exit.status()).isZero();
    }
  }

  @Test
  void aReserveWhoseChildDiedIsNoHindrance() throws Exception {
    try (var shells = new GuardShells()) {
      shells.prepare();
      var spare = shells().getFirst();
      spare.children().forEach(ProcessHandle::destroyForcibly);
      Waiting.until("it is gone", () -> !spare.isAlive());

      var exit = Guard.start(shells, List.of("true"), folder).exited().get(20, TimeUnit.SECONDS);

      assertThat(exit.status()).isZero();
    }
  }

  @Test
  void whatIsCutAtOnceDoesNotStay() throws Exception {
    for (int i = 0; i < 40; i++) {
      var guard = Guard.start(List.of("sleep", "60"), folder);
      if (i % 2 == 0) {
        var child = ProcessHandle.of(guard.pid()).orElseThrow();
        Waiting.until("it runs", () -> child.info().command().orElse("").endsWith("sleep"));
      }
      assertThat(guard.kill()).isTrue();
      assertThat(ProcessHandle.of(guard.pid())).isEmpty();
    }
    Waiting.until("no shell is left", () -> shells().isEmpty());
  }

  @Test
  void itsOwnEndIsToldWithItsStatusAndItsLastWords() throws Exception {
    for (int i = 0; i < 40; i++) {
      var command = List.of("sh", "-c", "echo last >&2; exit " + i);
      var exit = Guard.start(command, folder).exited().get(20, TimeUnit.SECONDS);
      assertThat(exit).isEqualTo(new QemuExit(i, "last\n"));
    }
  }

  @Test
  void theGuardsDeathEndsItsProgram() throws Exception {
    try (var shells = new GuardShells()) {
      shells.prepare();
      var guard = Guard.start(shells, List.of("sleep", "60"), folder);
      long pid = guard.pid();
      // The signal is asked for by the program's own first words.
      var child = ProcessHandle.of(pid).orElseThrow();
      Waiting.until("it runs", () -> child.info().command().orElse("").endsWith("sleep"));

      child.parent().orElseThrow().destroyForcibly();

      Waiting.until("the program is gone", () -> !child.isAlive());
    }
  }

  @Test
  void aFolderThatIsGoneAndAZeroByteAreTold() throws Exception {
    var gone = Guard.start(List.of("true"), folder.resolve("gone"));
    assertThat(gone.exited().get(20, TimeUnit.SECONDS).errors()).contains("gone");

    assertThatThrownBy(() -> Guard.start(List.of("a\0b"), folder)).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsCutOffRunsNothing() throws Exception {
    try (var shells = new GuardShells()) {
      shells.prepare();
      var shell = shells.take().process();
      var begin = "{\ntouch '" + folder.resolve("ran") + "'\n";
      shell.getOutputStream().write(begin.getBytes(StandardCharsets.UTF_8));
      shell.getOutputStream().close();

      assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(folder.resolve("ran")).doesNotExist();
    }
  }
}
