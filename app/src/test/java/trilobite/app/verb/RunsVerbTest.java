// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.app.Terminal;
import trilobite.model.run.RunRecord;
import trilobite.runner.Runner;

/// `trilobite runs show`, typed, of a run that another day's program left.
final class RunsVerbTest {

  private static final String RECORD =
      """
      {"run": 1, "project": "tidepool", "projectFolder": "/home/me/tidepool", "target": "default",
       "started": "2026-01-02T03:04:05Z", "verdict": "crashed", "why": "panic: page fault",
       "accelerator": "tcg", "memory": 67108864, "command": ["qemu-system-x86_64"]}
      """;

  @TempDir Path home;
  private Runner runner;
  private Path folder;

  @BeforeEach
  void leaveARun() throws IOException {
    var env = new HashMap<>(System.getenv());
    env.putAll(Terminal.at(home, Files.createDirectories(home.resolve("run"))).env());
    folder = Files.createDirectories(home.resolve("state/trilobite/runs/1"));
    Files.writeString(folder.resolve("run.json"), RECORD);
    runner = Runner.open(env);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private String show() {
    return say(Exit.DONE, "runs", "show", "1");
  }

  private String say(int code, String... words) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, UTF_8);
    var env =
        new Env(
            () -> runner, stream, stream, false, home, home, (bench, project, target, run) -> 0);
    assertThat(Verbs.execute(env, words)).isEqualTo(code);
    return out.toString(UTF_8);
  }

  @Test
  void aCrashIsShownWithTheStackOnWhichTheGuestLay() throws IOException {
    assertThat(show()).contains("crashed  panic: page fault").doesNotContain("threads");
    Files.writeString(
        RunRecord.stacks(folder),
        """
        thread 9 shell, running
        #0  null (\u001b[2J) at a.c:66

        thread 1 main
        #0  schedule ()
        """);
    assertThat(show())
        .contains("thread 9 shell, running\n#0  null (\\e[2J) at a.c:66\nall threads: " + folder)
        .doesNotContain("schedule");
  }

  @Test
  void aRunIsShownAsJsonWhereverTheOptionStands() throws IOException {
    Files.writeString(RunRecord.stacks(folder), "thread 9 shell, running\n#0  null () at a.c:66\n");
    assertThat(say(Exit.DONE, "runs", "show", "1", "--json"))
        .startsWith("{\"run\":1,")
        .contains("\"stack\":[\"thread 9 shell, running\",\"#0  null () at a.c:66\"]")
        .isEqualTo(say(Exit.DONE, "runs", "--json", "show", "1"));
  }

  @Test
  void aPastRunsConsoleIsPrintedAsThatOfOneThatRuns() throws IOException {
    Files.writeString(folder.resolve("console.log"), "tide> null\npanic: page fault\n");
    assertThat(say(Exit.DONE, "console", "-g", "1")).isEqualTo("tide> null\npanic: page fault\n");
    assertThat(say(Exit.DONE, "console", "-g", "#1", "--follow")).endsWith("page fault\n");
  }

  @Test
  void whoAsksAGuestThatHasEndedIsToldWhereItWent() {
    var cure = "→ trilobite runs show 1, console -g 1 and tcpdump -g 1 tell of it\n";
    assertThat(say(Exit.ABSENT, "ps", "-g", "1"))
        .isEqualTo("trilobite: run #1 of tidepool has ended: crashed\n  " + cure);
    assertThat(say(Exit.ABSENT, "ps"))
        .startsWith(
            "trilobite: no guest runs; the last, tidepool #1, has ended: crashed\n  " + cure)
        .endsWith("→ start one with: trilobite run DIR\n");
    assertThat(say(Exit.ABSENT, "console", "-g", "1", "--send", "help")).contains("has ended");
    assertThat(say(Exit.ABSENT, "ps", "-g", "7")).contains("no guest runs");
  }
}
