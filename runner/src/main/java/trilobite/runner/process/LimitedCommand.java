// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import trilobite.model.job.JobContext;
import trilobite.runner.thread.Threads;

/// A program that reads what a stranger wrote, such as a guest's image or packets: without input,
/// in a home of its own where it finds nobody's settings, and under limits. It ends with all that
/// it started.
///
/// @param words the program and its arguments
/// @param folder where it works, which is its home too
/// @param env what it finds in its environment beside its home
/// @param limits when it is ended
public record LimitedCommand(
    List<String> words, Path folder, Map<String, String> env, Limits limits) {

  /// Exit code where the program is not there, as a shell has it.
  public static final int NOT_FOUND = 127;

  /// @param patience time, of a processor and of the clock
  /// @param memory bytes of address space
  /// @param output bytes that it may say
  public record Limits(Duration patience, long memory, int output) {}

  /// What it said, errors among it.
  ///
  /// @param full true where it said more than it may and was ended
  public record Said(int code, String text, boolean full) {}

  public LimitedCommand {
    words = List.copyOf(words);
    env = Map.copyOf(env);
  }

  /// Runs it and waits for its end.
  ///
  /// @param context its cancel ends the command
  /// @throws IOException where it could not be started
  public Said run(JobContext context) throws IOException, InterruptedException {
    var all =
        new ArrayList<>(
            List.of(
                "prlimit",
                "--as=" + limits.memory(),
                "--cpu=" + Math.max(1, limits.patience().toSeconds()),
                "--core=0",
                "--"));
    all.addAll(words);
    var around = new java.util.HashMap<>(env);
    around.put("HOME", folder.toString());
    around.put("LC_ALL", "C.UTF-8");
    var command = new LongCommand(all, folder, around);
    var text = new KeptText(limits.output(), command::stop);
    var done = new CountDownLatch(1);
    Threads.waiting(words.getFirst() + " deadline", () -> limit(command, done));
    context.onCancel(command::stop);
    try {
      int code = command.run(text);
      return new Said(code, text.text(), text.full());
    } finally {
      done.countDown();
    }
  }

  private void limit(LongCommand command, CountDownLatch done) {
    try {
      if (!done.await(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        command.stop();
      }
    } catch (InterruptedException e) {
      command.stop();
    }
  }
}
