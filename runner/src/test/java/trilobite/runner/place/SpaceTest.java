// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.Waiting;

class SpaceTest {

  private static final Path SHM = Path.of("/dev/shm");
  private static final int MIB = 1 << 20;

  @Test
  void roomIsAskedEachTimeAndTheKindStays() throws Exception {
    // Others write and delete there too.
    Waiting.until("a file takes its room", SpaceTest::shrinks);
    assertThat(Space.ofHost().at(SHM).tmpfs()).isTrue();
    assertThat(Space.ofHost().at(Path.of("/proc")).tmpfs()).isFalse();
  }

  private static boolean shrinks() {
    try {
      long before = Space.ofHost().at(SHM).free();
      var file = Files.write(Files.createTempFile(SHM, "space-", ""), new byte[16 * MIB]);
      long after = Space.ofHost().at(SHM).free();
      Files.delete(file);
      return after < before - 8 * MIB;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFolderThatIsGoneIsTold(@TempDir Path folder) {
    assertThatThrownBy(() -> Space.ofHost().at(folder.resolve("gone")))
        .isInstanceOf(IOException.class);
  }
}
