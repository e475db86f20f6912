// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.fuzz.OneWay;

class ConsoleLineTest {

  @TempDir Path folder;

  private ConsoleStore store() throws IOException {
    return ConsoleStore.create(folder, trouble -> {});
  }

  private static void await(ConsoleLine line) throws Exception {
    line.drained().get(10, TimeUnit.SECONDS);
  }

  @Test
  void whatTheGuestSentIsKeptAndItsFirstByteHasItsTime() throws Exception {
    var line = new ConsoleLine(new OneWay("hello\n".getBytes(UTF_8)), store(), () -> 12.5);

    await(line);

    assertThat(folder.resolve("console.log")).hasContent("hello\n");
    assertThat(line.firstByte()).isCompletedWithValue(12.5);
  }

  @Test
  void theConnectionIsGivenBackWhenTheGuestEnds() throws Exception {
    var channel = new OneWay(new byte[0]);
    var line = new ConsoleLine(channel, store(), () -> 0);

    await(line);

    assertThat(channel.isOpen()).isFalse();
    assertThat(line.firstByte()).isNotDone();
    assertThatThrownBy(() -> line.type(new byte[1])).hasMessageContaining("nothing was typed");
  }

  /// A guest that neither sends nor reads, until it is let go.
  private static final class Deaf implements ByteChannel {
    private final CountDownLatch gone = new CountDownLatch(1);

    @Override
    public int read(ByteBuffer into) throws IOException {
      return until();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      return until();
    }

    private int until() throws IOException {
      try {
        gone.await();
        return -1;
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public boolean isOpen() {
      return gone.getCount() > 0;
    }

    @Override
    public void close() {
      gone.countDown();
    }
  }

  @Test
  void typingToAGuestThatReadsNothingIsBounded() throws Exception {
    try (var line = new ConsoleLine(new Deaf(), store(), () -> 0)) {
      line.type(new byte[1 << 20]);
      assertThatThrownBy(() -> line.type(new byte[1])).hasMessageContaining("does not read");
    }
  }
}
