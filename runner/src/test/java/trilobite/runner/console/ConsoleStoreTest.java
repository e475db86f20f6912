// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleStoreTest {

  @TempDir Path folder;
  private final List<String> troubles = new ArrayList<>();

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  private static String text(ConsoleStore store) {
    var all = new byte[(int) store.length()];
    int count = 0;
    for (int n = 1; n > 0 && count < all.length; count += n) {
      var part = new byte[all.length - count];
      n = store.read(count, part);
      System.arraycopy(part, 0, all, count, n);
    }
    return new String(all, 0, count, UTF_8);
  }

  @Test
  void bytesAreReadableAtOnceAndKnowTheirTime() throws IOException {
    try (var store = ConsoleStore.create(folder, troubles::add)) {
      store.append(bytes("one\n"), 10);
      store.append(bytes("two\n"), 20.5);

      assertThat(text(store)).isEqualTo("one\ntwo\n");
      assertThat(folder.resolve("console.log")).hasContent("one\ntwo\n");
      assertThat(store.timeAt(0)).hasValue(10);
      assertThat(store.timeAt(3)).hasValue(10);
      assertThat(store.timeAt(4)).hasValue(20.5);
      assertThat(store.offsetAt(5)).isZero();
      assertThat(store.offsetAt(10.5)).isEqualTo(4);
      assertThat(store.offsetAt(30)).isEqualTo(8);
    }
  }

  @Test
  void whoShowsItIsToldOfBytesThatCanBeReadAndOfTheEnd() throws IOException {
    var told = new ArrayList<String>();
    var store = ConsoleStore.create(folder, troubles::add);
    var left = store.whenMore(() -> told.add("left too early")).orElseThrow();
    store.whenMore(() -> told.add(store.live() ? text(store) : "over"));
    left.close();
    store.append(bytes("o"), 1);
    store.append(bytes("ne\n"), 2);
    store.close();
    assertThat(told).containsExactly("o", "one\n", "over");
  }

  @Test
  void aFinishedConsoleIsReadFromItsFolder() throws IOException {
    var store = ConsoleStore.create(folder, troubles::add);
    store.append(bytes("all of it"), 3);
    store.close();

    var recorded = new RecordedConsole(folder, () -> false);
    var into = new byte[3];
    assertThat(recorded.length()).isEqualTo(9);
    assertThat(recorded.read(4, into)).isEqualTo(3);
    assertThat(new String(into, UTF_8)).isEqualTo("of ");
    assertThat(recorded.timeAt(5)).hasValue(3);
    assertThat(store.live()).isFalse();
    assertThat(text(store)).isEqualTo("all of it");
  }

  @Test
  void aConsoleThatCannotBeReadSaysWhy() throws IOException {
    var recorded = new RecordedConsole(folder, () -> false);
    assertThat(recorded.length()).isZero();
    assertThat(recorded.read(0, new byte[3])).isZero();

    // A folder in its place opens, and refuses to be read, for root as well.
    Files.createDirectory(folder.resolve("console.log"));
    assertThatThrownBy(() -> recorded.read(0, new byte[3]))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("console.log: ")
        .hasMessageEndingWith(".");
    Files.delete(folder.resolve("console.log"));
    assertThatThrownBy(() -> new RecordedConsole(folder, () -> false).read(5, new byte[3]))
        .hasMessageContaining("console.log: there is no such file");
  }

  @Test
  void anInterruptedReaderHarmsNobody() throws IOException {
    var store = ConsoleStore.create(folder, troubles::add);
    store.append(bytes("abc"), 1);
    Thread.currentThread().interrupt();
    store.read(0, new byte[3]);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(text(store)).isEqualTo("abc");
    store.close();
  }

  @Test
  @Tag("bad:disk-full")
  void aFullDiskStopsNeitherGuestNorReader() throws IOException {
    var disk = new FullDisk(6);
    try (var store = new ConsoleStore(folder, disk, troubles::add)) {
      store.append(bytes("abcd"), 1);
      store.append(bytes("efgh"), 2);
      store.append(bytes("ijkl"), 3);

      assertThat(store.length()).isEqualTo(12);
      var tail = new byte[10];
      assertThat(store.read(6, tail)).isEqualTo(6);
      assertThat(new String(tail, 0, 6, UTF_8)).isEqualTo("ghijkl");
      assertThat(troubles).hasSize(1);
      assertThat(troubles.getFirst())
          .contains("no space left")
          .contains("The guest goes on")
          .contains("Free some space");
    }
    assertThat(disk.kept).isEqualTo("abcdef");
  }

  @Test
  void whatWaitedIsWrittenOnceThereIsRoom() throws IOException {
    var disk = new FullDisk(2);
    try (var store = new ConsoleStore(folder, disk, troubles::add)) {
      store.append(bytes("abcd"), 1);
      disk.room = 100;
    }

    assertThat(disk.kept).isEqualTo("abcd");
    assertThat(troubles.getLast()).isEqualTo("The console is kept on disk again.");
  }

  @Test
  @Tag("bad:disk-full")
  void memoryForAFullDiskIsBoundedAndLossIsSaid() throws IOException {
    var disk = new FullDisk(0);
    try (var store = new ConsoleStore(folder, disk, troubles::add)) {
      var chunk = new byte[1 << 20];
      for (int i = 0; i < 10; i++) {
        store.append(ByteBuffer.wrap(chunk), i);
      }

      assertThat(store.length()).isEqualTo(Backlog.MOST);
      assertThat(troubles).anyMatch(trouble -> trouble.contains("bytes are being lost"));
      disk.room = Integer.MAX_VALUE;
    }
    assertThat(troubles.getLast()).contains((2 << 20) + " bytes are lost");
  }

  /// Takes so many bytes and then none.
  private static final class FullDisk implements ByteSink {
    private int room;
    private String kept = "";

    FullDisk(int room) {
      this.room = room;
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      if (room == 0) {
        throw new IOException("no space left");
      }
      var part = new byte[Math.min(room, bytes.remaining())];
      bytes.get(part);
      room -= part.length;
      kept += kept.length() < 1000 ? new String(part, UTF_8) : "";
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
