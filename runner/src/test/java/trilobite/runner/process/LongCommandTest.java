// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.Waiting;

@Timeout(60)
class LongCommandTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  private LongCommand sh(String script) {
    var env = Map.of("PATH", String.valueOf(System.getenv("PATH")));
    return new LongCommand(List.of("sh", "-c", script), folder, env);
  }

  private String text() {
    return output.toString(StandardCharsets.UTF_8);
  }

  @Test
  void keepsOrderOfBothStreamsAndTheExitCode() throws Exception {
    int code =
        sh("for i in 1 2 3; do echo out$i; echo err$i >&2; done; read x; exit 7").run(output);
    assertThat(code).isEqualTo(7);
    assertThat(text()).isEqualTo("out1\nerr1\nout2\nerr2\nout3\nerr3\n");
  }

  @Test
  void wordsArePassedOnAsTheyAre() throws Exception {
    var words = List.of("printf", "%s|", "a b", "'\"$HOME", "*", "", "x\ny");
    new LongCommand(words, folder, Map.of("PATH", "/usr/bin:/bin")).run(output);
    assertThat(text()).isEqualTo("a b|'\"$HOME|*||x\ny|");
  }

  @Test
  void stopEndsChildrenThatIgnoreTermAndThoseThatLeftTheSession() throws Exception {
    var command =
        sh(
            "trap '' TERM; setsid sleep 1000 & env -i sleep 1001 & nohup sleep 1002 & echo up; wait");
    var done = running(command);
    await("up");
    assertThat(sleepers()).isEqualTo(3);
    command.stop();
    done.get(30, SECONDS);
    assertThat(sleepers()).isZero();
    assertThat(command.stopped()).isTrue();
  }

  @Test
  void whatACommandLeavesBehindIsEndedWithIt() throws Exception {
    int code = sh("sleep 1003 & setsid sleep 1004 & exit 0").run(output);
    assertThat(code).isZero();
    assertThat(sleepers()).isZero();
  }

  @Test
  void aHundredMegabytesPassThroughWithoutBeingKept() throws Exception {
    var counting = new Counting();
    sh("head -c 104857600 /dev/zero").run(counting);
    assertThat(counting.count).isEqualTo(104_857_600);
  }

  @Test
  void commandThatIsNotThereSaysSoInItsOutput() throws Exception {
    var command = new LongCommand(List.of("no-such-tool"), folder, Map.of("PATH", "/usr/bin:/bin"));
    assertThat(command.run(output)).isEqualTo(127);
    assertThat(text()).contains("no-such-tool");
  }

  @Test
  void folderThatIsGoneIsAnError() {
    var command = new LongCommand(List.of("true"), folder.resolve("gone"), Map.of());
    assertThatThrownBy(() -> command.run(output)).isInstanceOf(IOException.class);
  }

  private CompletableFuture<Integer> running(LongCommand command) {
    var done = new CompletableFuture<Integer>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                done.complete(command.run(output));
              } catch (IOException | InterruptedException e) {
                done.completeExceptionally(e);
              }
            });
    return done;
  }

  private void await(String word) throws InterruptedException {
    Waiting.until(word, () -> text().contains(word));
    Waiting.until("three sleepers", () -> sleepers() == 3);
  }

  /// Processes of this test that sleep, wherever they hang.
  private static long sleepers() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").matches("(.*/)?sleep 100\\d"))
        .count();
  }

  private static final class Counting extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }
}
