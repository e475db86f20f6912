// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.build.BuildEvent;
import trilobite.runner.process.LongCommand;
import trilobite.runner.thread.Threads;

/// Notices that a command has stopped to ask. Looks only while the command is silent, and more
/// seldom the longer it is, so that a compiler that thinks for minutes costs nothing.
final class QuestionWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(QuestionWatch.class);
  private static final Duration FIRST = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final LongCommand command;
  private final OutputLines output;
  private final Consumer<BuildEvent> listener;
  private final CountDownLatch over = new CountDownLatch(1);

  /// @param listener hears of each question once
  QuestionWatch(LongCommand command, OutputLines output, Consumer<BuildEvent> listener) {
    this.command = command;
    this.output = output;
    this.listener = listener;
    Threads.waiting("questions of a build", this::watch);
  }

  private void watch() {
    long seen = -1;
    long asked = -1;
    var pause = FIRST;
    while (!ended(pause)) {
      long now = output.count();
      boolean silent = now == seen;
      pause =
          silent && pause.compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : silent ? pause : FIRST;
      seen = now;
      if (silent && asked != now && command.asks()) {
        asked = now;
        listener.accept(new BuildEvent.Asked(output.partial().strip(), new Typed()));
      }
    }
  }

  private boolean ended(Duration pause) {
    try {
      return over.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    over.countDown();
  }

  /// The command's own keyboard.
  private final class Typed implements BuildEvent.Reply {

    private static final int LONGEST_LINE = 1000;

    @Override
    public void answer(String line) {
      var plain = line.replaceAll("\\p{Cntrl}", " ");
      say(() -> command.type(plain.substring(0, Math.min(plain.length(), LONGEST_LINE))));
    }

    @Override
    public void decline() {
      say(command::endInput);
    }

    private void say(Typing typing) {
      Threads.waiting(
          "answer to a build",
          () -> {
            try {
              typing.run();
            } catch (IOException e) {
              log.info("An answer was not taken: {}", e.getMessage());
            }
          });
    }
  }

  private interface Typing {
    void run() throws IOException;
  }
}
