// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What tells images apart is read once and kept, and never wrong for it.
class KindStoreTest {

  private static final Path NOWHERE = Path.of("/nowhere");

  @TempDir Path folder;

  @Test
  void whatIsKeptIsWhatWasRead() throws IOException {
    var store = new KindStore(folder);
    var read = KindReader.load(NOWHERE, store);
    assertThat(read.all()).hasSizeGreaterThan(10);
    var kept = KindReader.load(NOWHERE, store);
    // Patterns are equal only to themselves: they are compared as they are written.
    assertThat(String.valueOf(kept.all())).isEqualTo(String.valueOf(read.all()));
  }

  @Test
  void otherTextsAndABrokenFileAreReadAnew() throws IOException {
    var store = new KindStore(folder);
    KindReader.load(NOWHERE, store);
    try (var files = Files.list(folder)) {
      var file = files.findFirst().orElseThrow();
      var bytes = Files.readAllBytes(file);
      for (int cut = 0; cut < bytes.length; cut += 97) {
        Files.write(file, Arrays.copyOf(bytes, cut));
        assertThat(KindReader.load(NOWHERE, store).all()).hasSizeGreaterThan(10);
      }
    }
    assertThat(store.read(List.of("another"))).isEmpty();
  }
}
