// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static trilobite.runner.Waiting.until;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.console.LinePattern;

class ConsoleWatchTest {

  @TempDir Path folder;
  private final Line line = new Line();
  private ConsoleStore store;
  private ConsoleWatch watch;

  /// A serial line that only wakes.
  private static final class Line implements SerialLine {
    private volatile Optional<Thread> follower = Optional.empty();

    @Override
    public CompletableFuture<Double> firstByte() {
      return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Void> drained() {
      return new CompletableFuture<>();
    }

    @Override
    public void wake(Thread thread) {
      follower = Optional.of(thread);
    }

    @Override
    public void type(byte[] bytes) {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() throws Exception {
    store = ConsoleStore.create(folder, _ -> {});
    var panic = LinePattern.text("PANIC", true);
    watch =
        new ConsoleWatch(store, new ConsoleWatch.Patterns(Optional.empty(), () -> List.of(panic)));
    watch.start(line);
  }

  @AfterEach
  void close() {
    store.close();
    LockSupport.unpark(line.follower.orElseThrow());
  }

  private void says(String text, double t) throws Exception {
    store.append(ByteBuffer.wrap(text.getBytes(UTF_8)), t);
    LockSupport.unpark(line.follower.orElseThrow());
  }

  private void awaitPanic(String named, double t) throws Exception {
    var hit = Optional.of(new ConsoleWatch.Hit(named, t));
    until(named, () -> watch.panic().equals(hit));
  }

  @Test
  void aPanicIsNamedByItsWholeFirstLineHoweverItArrives() throws Exception {
    says("boot\nPANIC:", 10);
    awaitPanic("PANIC:", 10);
    says(" no", 20);
    awaitPanic("PANIC: no", 20);
    says(" memory\n", 30);
    awaitPanic("PANIC: no memory", 30);
    says("PANIC in 0x10\n", 40);
    awaitPanic("PANIC: no memory", 40);
  }

  @Test
  void aLaterLineThatGrowsDoesNotNameIt() throws Exception {
    says("PANIC: no memory\nPANIC in", 10);
    awaitPanic("PANIC: no memory", 10);
    says(" 0x10\n", 20);
    awaitPanic("PANIC: no memory", 20);
  }

  @Test
  void onePanicLongAfterAnotherIsNamedByItself() throws Exception {
    says("PANIC: one\n", 10);
    awaitPanic("PANIC: one", 10);
    says("PANIC: two\n", 5_000);
    awaitPanic("PANIC: two", 5_000);
  }
}
