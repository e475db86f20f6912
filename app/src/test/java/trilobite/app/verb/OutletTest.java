// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;

/// Where an answer goes that nobody takes.
final class OutletTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(said, true, UTF_8);

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(why);
      }
    };
  }

  private int closed(OutputStream to, int code) {
    var outlet = new Outlet(to);
    var out = new PrintStream(outlet, true, UTF_8);
    out.println("an answer");
    return outlet.closed(out, err, code);
  }

  @Test
  void anAnswerOnAFullDiskWasNotGiven() {
    assertThat(closed(failing("No space left on device"), Exit.DONE)).isEqualTo(Exit.NO);
    assertThat(said.toString(UTF_8))
        .isEqualTo("trilobite: the answer could not be written: No space left on device\n");
    assertThat(closed(failing("No space left on device"), Exit.ABSENT)).isEqualTo(Exit.ABSENT);
  }

  @Test
  void whoHasReadEnoughIsToldNothing() {
    assertThat(closed(failing("Broken pipe"), Exit.DONE)).isEqualTo(Exit.DONE);
    assertThat(closed(OutputStream.nullOutputStream(), Exit.DONE)).isEqualTo(Exit.DONE);
    assertThat(said.size()).isZero();
  }

  @Test
  @Timeout(20)
  void aWatchEndsWithItsReader() throws Exception {
    var out = new PrintStream(new Outlet(failing("Broken pipe")), true, UTF_8);
    LiveGuest guest = new StillGuest(StillGuest.some());
    var env =
        new Env(
            () -> {
              throw new AssertionError("no workbench is needed");
            },
            out,
            err,
            false,
            Path.of("/"),
            Path.of("/demo"),
            (workbench, project, target, run) -> 0);
    var options = new TableOptions();
    new CommandLine(new Options(options)).parseArgs("--watch");
    var table = new TableAnswer<>(env, Views.THREADS.table(), Set.of());
    assertThat(options.show(guest, table, Eyes::threads, rows -> true)).isEqualTo(Exit.DONE);
  }

  @CommandLine.Command
  private record Options(@CommandLine.Mixin TableOptions options) {}
}
