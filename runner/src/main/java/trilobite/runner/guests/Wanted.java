// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a run boots, as the file `wanted` in its runtime folder tells whoever has to tell of the
/// run when its owner cannot any more. It stands beside `owner`, which older versions read too.
record Wanted(String project, Path folder, String target) {

  private static final String FILE = "wanted";

  /// Stands in no path and no name.
  private static final String BETWEEN = "\0";

  private static final int PARTS = 3;

  void write(Path runtimeFolder) throws IOException {
    Files.writeString(
        runtimeFolder.resolve(FILE), String.join(BETWEEN, project, folder.toString(), target));
  }

  /// @throws IOException where there is none, or it is damaged
  static Wanted read(Path runtimeFolder) throws IOException {
    var parts = Files.readString(runtimeFolder.resolve(FILE)).split(BETWEEN, PARTS);
    if (parts.length < PARTS) {
      throw new IOException(runtimeFolder.resolve(FILE) + " is damaged");
    }
    return new Wanted(parts[0], Path.of(parts[1]), parts[2]);
  }
}
