// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Any bytes as a capture file that somebody opens: packets that are counted can be read, in order
/// and within their bytes, and what cannot is told in words.
public final class OpenedCaptureFuzz {

  private static final Path FILE = CaptureFuzz.folder().resolve("opened");

  private OpenedCaptureFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Files.write(FILE, data);
    FILE.toFile().deleteOnExit();
    try {
      CaptureFuzz.look(OpenedCapture.open(FILE));
    } catch (IOException e) {
      assertThat(e.getMessage()).contains("cannot be read");
    }
  }
}
