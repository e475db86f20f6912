// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestRamTest {

  private static final int MIB = 1 << 20;
  private static final int SIZE = 64 * MIB;

  private Path file;

  @BeforeEach
  void makeSparseFileOnTmpfs() throws IOException {
    file = Files.createTempFile(Path.of("/dev/shm"), "trilobite-test", "ram");
    write(0x100000, "hello");
    write(0x3fff000, "last page");
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThat(channel.size()).isLessThan(SIZE);
      channel.write(ByteBuffer.wrap(new byte[1]), SIZE - 1);
    }
  }

  @AfterEach
  void removeFile() throws IOException {
    Files.deleteIfExists(file);
  }

  private void write(long at, String text) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)), at);
    }
  }

  private GuestRam open() throws IOException {
    return GuestRam.open(file, RamLayout.of("q35", SIZE));
  }

  @Test
  void readsWhatTheGuestWrote() throws IOException {
    try (var ram = open()) {
      var bytes = new byte[7];
      ram.read(0xfffff, bytes, 0, 7);
      assertThat(bytes).isEqualTo("\0hello\0".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      write(0x100000, "jello");
      assertThat(ram.read(0x100000, 1).get(0)).isEqualTo((byte) 'j');
    }
  }

  @Test
  void readingUntouchedPagesAllocatesNone() throws IOException {
    try (var ram = open()) {
      var before = ram.touched();
      assertThat(before).isEqualTo(2 * 4096);
      for (var at = 0; at < SIZE; at += MIB) {
        ram.read(at, MIB);
      }
      assertThat(ram.touched()).isEqualTo(before);
      // The control: a mapping read without the rule does allocate.
      try (var channel = FileChannel.open(file, StandardOpenOption.READ);
          var arena = Arena.ofConfined()) {
        var mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, SIZE, arena);
        assertThat(mapped.get(ValueLayout.JAVA_BYTE, 32 * MIB)).isZero();
      }
      assertThat(ram.touched()).isGreaterThan(before);
    }
  }

  @Test
  void aPageThatIsTouchedLaterIsSeen() throws IOException {
    try (var ram = open()) {
      assertThat(ram.word(0x200000)).isZero();
      write(0x200000, "now");
      assertThat(ram.read(0x200000, 3).get(0)).isEqualTo((byte) 'n');
      assertThat(ram.touched()).isEqualTo(3 * 4096);
    }
  }

  @Test
  void refusesWhatIsNoRam() throws IOException {
    try (var ram = open()) {
      assertThatThrownBy(() -> ram.word(SIZE - 4)).isInstanceOf(MemoryException.class);
      assertThatThrownBy(() -> ram.word(-8)).isInstanceOf(MemoryException.class);
      assertThatThrownBy(() -> ram.word(Long.MAX_VALUE - 3)).isInstanceOf(MemoryException.class);
      assertThatThrownBy(() -> ram.read(0, Integer.MAX_VALUE)).isInstanceOf(MemoryException.class);
      assertThatThrownBy(() -> ram.read(0, -1)).isInstanceOf(MemoryException.class);
    }
  }

  @Test
  void aFileThatShrinksIsAnErrorAndNoCrash() throws IOException {
    try (var ram = open()) {
      assertThat(ram.read(0x3fff000, 1).get(0)).isEqualTo((byte) 'l');
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(MIB);
      }
      assertThatThrownBy(() -> ram.word(0x3fff000))
          .isInstanceOf(IOException.class)
          // Seen by its size, or within the first moment by the fault itself.
          .hasMessageMatching(".*(ends before|is gone).*");
    }
  }

  @Test
  void aDeletedFileStaysReadableAndAnAbsentOneIsAnError() throws IOException {
    try (var ram = open()) {
      Files.delete(file);
      assertThat(ram.read(0x100000, 1).get(0)).isEqualTo((byte) 'h');
    }
    assertThatThrownBy(this::open).isInstanceOf(IOException.class);
  }

  @Test
  void afterCloseReadsFail() throws IOException {
    var ram = open();
    ram.word(0x100000);
    ram.close();
    assertThatThrownBy(() -> ram.word(0x100000)).isInstanceOf(IOException.class);
    assertThatThrownBy(ram::touched).isInstanceOf(IOException.class);
  }

  @Test
  void aFileShorterThanItsLayoutIsAnError() throws IOException {
    try (var ram = GuestRam.open(file, RamLayout.of("pc", 128L * MIB))) {
      assertThat(ram.word(0)).isZero();
      assertThatThrownBy(() -> ram.word(100L * MIB)).hasMessageContaining("ends before");
    }
  }
}
