// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.thread;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class ThreadsTest {

  @Test
  void waitingWorkRunsOnANamedVirtualThread() throws Exception {
    AtomicReference<Thread> seen = new AtomicReference<>();
    Threads.waiting("run-1 console", () -> seen.set(Thread.currentThread())).join();
    assertThat(seen.get().isVirtual()).isTrue();
    assertThat(seen.get().getName()).isEqualTo("run-1 console");
  }

  @Test
  void computingWorkRunsOnAPlatformThreadThatDoesNotKeepTheProgramAlive() throws Exception {
    AtomicReference<Thread> seen = new AtomicReference<>();
    Threads.working("identify", () -> seen.set(Thread.currentThread())).join();
    assertThat(seen.get().isVirtual()).isFalse();
    assertThat(seen.get().isDaemon()).isTrue();
  }

  @Test
  void whatAThreadThrowsIsLoggedWithItsName() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(Threads.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    logger.setAdditive(false);
    try {
      Runnable failing =
          () -> {
            throw new IllegalStateException("the socket closed");
          };
      Threads.waiting("run-2 qmp", failing).join();
    } finally {
      logger.detachAppender(lines);
      logger.setAdditive(true);
    }
    assertThat(lines.list).hasSize(1);
    assertThat(lines.list.getFirst().getFormattedMessage()).contains("run-2 qmp");
    assertThat(lines.list.getFirst().getThrowableProxy().getMessage())
        .isEqualTo("the socket closed");
  }
}
