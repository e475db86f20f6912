// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.place.PrivateFolder;

/// A workbench that is opened for a moment, as verbs do.
class ShortProgramTest {

  /// More than are cleared while a workbench is opened.
  private static final int LEFT = 100;

  @TempDir Path home;
  private Path shm;

  @BeforeEach
  void make() throws Exception {
    shm = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
  }

  @AfterEach
  void remove() throws Exception {
    try (var all = Files.walk(shm)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  @Test
  void clearsAwayWhatTheDeadLeftBeforeItEnds() throws Exception {
    var base = PrivateFolder.require(shm.resolve("trilobite"));
    for (int run = 1; run <= LEFT; run++) {
      var left = PrivateFolder.require(base.resolve(Integer.toString(run)));
      // No process has that number.
      Files.writeString(left.resolve("owner"), Integer.MAX_VALUE + "\n1\n" + home.resolve("7"));
    }

    Runner.open(
            Map.of(
                "PATH", System.getenv("PATH"),
                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_STATE_HOME", home.resolve("state").toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "XDG_DATA_HOME", home.resolve("data").toString(),
                "XDG_RUNTIME_DIR", shm.toString()))
        .close();

    assertThat(base.resolve(Integer.toString(LEFT))).doesNotExist();
  }
}
