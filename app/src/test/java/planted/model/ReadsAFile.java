// SPDX-License-Identifier: Apache-2.0
package planted.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Breaks model-touches-nothing.
public record ReadsAFile(Path path) {

  /// All of it.
  public String text() throws IOException {
    return Files.readString(path);
  }
}
