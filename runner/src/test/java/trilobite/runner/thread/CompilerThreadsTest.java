// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompilerThreadsTest {

  private static final String BATCH = "3";

  /// In `/proc/<pid>/task/<tid>/stat`, counted behind the name's closing parenthesis, which is
  /// field 2. Source: proc_pid_stat(5), `policy`.
  private static final int POLICY_FIELD = 41 - 3;

  private static final Pattern COMPILER = Pattern.compile("\\(C[12] Compiler");

  @Test
  void theyAreBatchWorkAndNobodyElseIs() throws IOException {
    CompilerThreads.giveWay();

    assertThat(policies(true)).isNotEmpty().containsOnly(BATCH);
    assertThat(policies(false)).isNotEmpty().doesNotContain(BATCH);
  }

  private static List<String> policies(boolean ofCompilers) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      return tasks
          .map(CompilerThreadsTest::stat)
          .filter(stat -> !stat.isEmpty() && COMPILER.matcher(stat).find() == ofCompilers)
          .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[POLICY_FIELD])
          .toList();
    }
  }

  private static String stat(Path task) {
    try {
      return Files.readString(task.resolve("stat"));
    } catch (IOException e) {
      // It has ended meanwhile.
      return "";
    }
  }
}
