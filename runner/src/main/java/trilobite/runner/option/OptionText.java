// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads small text files whose names come from other files: anything else counts as absent.
final class OptionText {

  static final int LARGEST = 1 << 20;

  private OptionText() {}

  /// The text; empty where the file is not there, no plain file, too large, or not readable.
  static Optional<String> of(Path file) {
    try {
      // A pipe or a device would be waited for, without end.
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// A path below another, or of its own; empty where the text is no path.
  static Optional<Path> path(Path base, String text) {
    try {
      return Optional.of(base.resolve(text).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
