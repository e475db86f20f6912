// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Any bytes as `run.json`: they are a record that can be written and read again, or refused.
public final class RunFileFuzz {

  private RunFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    var folder = Folder.OF_THIS_PROCESS;
    var file = Files.write(folder.resolve("run.json"), data);
    try {
      var run = RunFile.read(folder);
      RunFile.write(run);
      assertThat(RunFile.read(folder)).isEqualTo(run);
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    Files.delete(file);
  }

  private static final class Folder {
    static final Path OF_THIS_PROCESS = make();

    private static Path make() {
      try {
        var folder = Files.createTempDirectory(Path.of("/dev/shm"), "tri-fuzz");
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
