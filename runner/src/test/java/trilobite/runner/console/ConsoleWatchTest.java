// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.console.LinePattern;

class ConsoleWatchTest {

  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

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

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in vain").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private boolean panicked(String named, double t) {
    return watch.panic().filter(hit -> hit.equals(new ConsoleWatch.Hit(named, t))).isPresent();
  }

  @Test
  void aPanicIsNamedByItsWholeFirstLineHoweverItArrives() throws Exception {
    says("boot\nPANIC:", 10);
    await(() -> panicked("PANIC:", 10));
    says(" no", 20);
    await(() -> panicked("PANIC: no", 20));
    says(" memory\n", 30);
    await(() -> panicked("PANIC: no memory", 30));
    says("PANIC in 0x10\n", 40);
    await(() -> panicked("PANIC: no memory", 40));
  }

  @Test
  void aLaterLineThatGrowsDoesNotNameIt() throws Exception {
    says("PANIC: no memory\nPANIC in", 10);
    await(() -> panicked("PANIC: no memory", 10));
    says(" 0x10\n", 20);
    await(() -> panicked("PANIC: no memory", 20));
  }

  @Test
  void onePanicLongAfterAnotherIsNamedByItself() throws Exception {
    says("PANIC: one\n", 10);
    await(() -> panicked("PANIC: one", 10));
    says("PANIC: two\n", 5_000);
    await(() -> panicked("PANIC: two", 5_000));
  }
}
