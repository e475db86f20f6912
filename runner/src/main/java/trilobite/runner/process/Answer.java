// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteWatchdog;
import org.apache.commons.exec.PumpStreamHandler;

/// What a short command such as `gcc --version` answers.
///
/// @param code its exit code; -1 where it could not be started or was ended by the deadline
/// @param output the beginning of what it wrote, 64 KiB where nothing else was asked
public record Answer(int code, String output) {

  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final int MOST = 1 << 16;

  /// Runs the command, without input, and waits for it.
  public static Answer of(List<String> command) {
    return of(command, MOST);
  }

  /// As [#of(List)], keeping this many bytes of what it wrote.
  public static Answer of(List<String> command, int most) {
    var line = new CommandLine(command.getFirst());
    command.stream().skip(1).forEach(word -> line.addArgument(word, false));
    var output = new Bounded(most);
    var executor = DefaultExecutor.builder().get();
    executor.setStreamHandler(new PumpStreamHandler(output));
    var watchdog = ExecuteWatchdog.builder().setTimeout(DEADLINE).get();
    executor.setWatchdog(watchdog);
    executor.setExitValues(null);
    try {
      int code = executor.execute(line);
      return new Answer(watchdog.killedProcess() ? -1 : code, output.text());
    } catch (IOException e) {
      return new Answer(-1, output.text());
    }
  }

  /// Keeps the beginning and swallows the rest, so that the command never waits for us.
  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    public synchronized void write(int b) {
      if (kept.size() < most) {
        kept.write(b);
      }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      kept.write(bytes, from, Math.min(length, most - Math.min(most, kept.size())));
    }

    synchronized String text() {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
