// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import trilobite.runner.live.Mention;

/// Marks the runtime folder of a run whose QEMU belongs to a command of the user's: it outlives
/// whoever watches it, and nobody of ours ends it.
final class Theirs {

  private static final String FILE = "theirs";

  private Theirs() {}

  static void mark(Path runtimeFolder) throws IOException {
    Files.createFile(runtimeFolder.resolve(FILE));
  }

  static boolean marked(Path runtimeFolder) {
    return Files.exists(runtimeFolder.resolve(FILE));
  }

  /// True where such a QEMU still runs in that folder.
  static boolean lives(Path runtimeFolder) {
    return marked(runtimeFolder)
        && Mention.of(runtimeFolder.resolve("qmp.sock").toString()).findAny().isPresent();
  }
}
