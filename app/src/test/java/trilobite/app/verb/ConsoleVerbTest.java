// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import trilobite.model.console.ConsoleLog;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;

final class ConsoleVerbTest {

  private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /// A console on which nothing ever stands.
  private static final ConsoleLog SILENT =
      new ConsoleLog() {
        @Override
        public long length() {
          return 0;
        }

        @Override
        public int read(long offset, byte[] into) {
          return 0;
        }

        @Override
        public OptionalDouble timeAt(long offset) {
          return OptionalDouble.empty();
        }

        @Override
        public long offsetAt(double t) {
          return 0;
        }

        @Override
        public boolean live() {
          return true;
        }
      };

  private static RunStatus status(RunState state) {
    return new RunStatus(
        new RunId(12),
        "tidepool",
        "default",
        state,
        Optional.empty(),
        "",
        OptionalLong.of(4711),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(),
        OptionalDouble.empty());
  }

  private LiveGuest guest(RunState state) {
    return (LiveGuest)
        Proxy.newProxyInstance(
            LiveGuest.class.getClassLoader(),
            new Class<?>[] {LiveGuest.class},
            (_, method, args) ->
                switch (method.getName()) {
                  case "console" -> SILENT;
                  case "status" -> status(state);
                  case "type" -> {
                    typed.write((byte[]) args[0]);
                    yield null;
                  }
                  default -> throw new AssertionError(method);
                });
  }

  private String send(RunState state) throws Exception {
    var stream = new PrintStream(said, true, UTF_8);
    var verb =
        new ConsoleVerb(
            new Env(
                () -> {
                  throw new AssertionError("the guest is given");
                },
                stream,
                stream,
                false,
                Path.of("/"),
                Path.of("/demo"),
                (workbench, project, target, run) -> 0));
    new CommandLine(verb).parseArgs("--send", "uptime");
    assertThat(verb.show(guest(state))).isEqualTo(Exit.DONE);
    assertThat(typed.toString(UTF_8)).isEqualTo("uptime\n");
    return said.toString(UTF_8);
  }

  @Test
  void aPausedGuestsSilenceIsExplained() throws Exception {
    assertThat(send(RunState.PAUSED)).contains("paused").contains("trilobite resume");
  }

  @Test
  void aGuestThatRunsMayBeSilent() throws Exception {
    assertThat(send(RunState.RUNNING)).isEmpty();
  }
}
