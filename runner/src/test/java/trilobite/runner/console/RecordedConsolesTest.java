// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.console.LinePattern;
import trilobite.runner.profile.KeptProfiles;
import trilobite.runner.profile.PanicPatterns;

/// Consoles of kernels that were built from their sources and booted, as they came: what the
/// profiles, all of them together, make of each. Hermit 0.13.2, Nanos b9c3671d, OSv 0e34e4dc,
/// Rumprun b04d422, Solo5 0.12.1, Toro ed0b6a5, Unikraft 0.17.0.
class RecordedConsolesTest {

  @TempDir Path folder;

  /// A serial line that says a text and ends.
  private record Said(ReadableByteChannel text) implements ByteChannel {
    @Override
    public int read(ByteBuffer into) throws IOException {
      return text.read(into);
    }

    @Override
    public int write(ByteBuffer from) {
      return 0;
    }

    @Override
    public boolean isOpen() {
      return text.isOpen();
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }

  private ConsoleWatch watch(InputStream text, String ready) throws Exception {
    var patterns = new PanicPatterns(new KeptProfiles(Path.of("/nowhere")));
    var store = ConsoleStore.create(folder, trouble -> {});
    var watch =
        new ConsoleWatch(
            store,
            new ConsoleWatch.Patterns(
                Optional.of(LinePattern.text(ready, true)),
                () -> patterns.of("auto"),
                () -> patterns.ends("auto")));
    watch.start(new ConsoleLine(new Said(Channels.newChannel(text)), store, () -> 1));
    watch.finished().get(20, TimeUnit.SECONDS);
    return watch;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hermit-abort | listening on | exit status -1 | Number of interrupts",
        "hermit-exit | listening on | | Number of interrupts",
        "hermit-panic | Welcome to Hermit | [0][PANIC] panicked at src/arch/x86_64/mm/paging.rs:189:29: | Number of interrupts",
        "nanos-fault | listening on 8080 | *** signal 11 received by tid 6, errno 0, code 1 |",
        "nanos-exit | listening on 8080 | |",
        "osv-exit | listening on 8080 | |",
        "osv-fault | listening on 8080 | Aborted |",
        "rumprun-exit | listening on | | halted",
        "rumprun-fault | listening on | FATAL TRAP: invalid opcode at 0x2ea1c1 |",
        "solo5-exit | Hello, World | |",
        "solo5-trap | standalone test_exception | Solo5: trap: type=#PF ec=0x2 rip=0x105fe2 |",
        "toro-fault | Starting MainThread | CPU#0 Exception: Division by zero |",
        "unikraft-fault | listening on 8080 | <trace.c @   41> RIP: 000000000011684e | Unikraft halted",
      })
  void theFirstWordOfAPanicIsItsCause(String name, String ready, String panic, String end)
      throws Exception {
    try (var text = RecordedConsolesTest.class.getResourceAsStream("/consoles/" + name + ".txt")) {
      var watch = watch(text, ready);
      assertThat(watch.ready()).isCompleted();
      said(watch.panic(), panic);
      said(watch.end(), end);
    }
  }

  private static void said(Optional<ConsoleWatch.Hit> hit, String line) {
    if (line == null) {
      assertThat(hit).isEmpty();
    } else {
      assertThat(hit.orElseThrow().line()).contains(line);
    }
  }

  @Test
  void aLaterPanicIsAnother() throws IOException {
    // Times are those of the bytes, so that two panics far apart are two.
    var patterns = new PanicPatterns(new KeptProfiles(Path.of("/nowhere")));
    try (var store = ConsoleStore.create(folder, trouble -> {})) {
      var one = ByteBuffer.wrap("Solo5: trap: type=#PF\n".getBytes(UTF_8));
      var same = ByteBuffer.wrap("Solo5: ABORT: a\n".getBytes(UTF_8));
      var other = ByteBuffer.wrap("Solo5: ABORT: b\n".getBytes(UTF_8));
      store.append(one, 10);
      store.append(same, 20);
      store.append(other, 30_000);
      store.close();
      var watch =
          new ConsoleWatch(
              store, new ConsoleWatch.Patterns(Optional.empty(), () -> patterns.of("solo5")));
      watch.start(
          new ConsoleLine(
              new Said(Channels.newChannel(InputStream.nullInputStream())), store, () -> 1));
      watch.finished().orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(watch.panic().orElseThrow().line()).isEqualTo("Solo5: ABORT: b");
    }
  }
}
