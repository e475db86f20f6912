// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// Where a build puts what it makes, as descriptors write it: a path, whose last name may hold `*`
/// for a part that only the build knows.
public final class Outputs {

  private Outputs() {}

  /// The newest file that fits. Where there is none yet, the path with nothing for `*`.
  ///
  /// @throws IOException where the text is no path
  public static Path resolve(Path folder, String text) throws IOException {
    try {
      var plain = folder.resolve(text.replace("*", ""));
      var pattern = folder.resolve(text.replace("*", "\u0001"));
      var parent = pattern.getParent();
      if (!text.contains("*") || parent == null || !Files.isDirectory(parent)) {
        return plain;
      }
      var parts = pattern.getFileName().toString().split("\u0001", 2);
      return newest(parent, parts[0], parts[1].replace("\u0001", "")).orElse(plain);
    } catch (InvalidPathException e) {
      throw new IOException("“" + text + "” is no path", e);
    }
  }

  private static Optional<Path> newest(Path folder, String begin, String end) throws IOException {
    var found = Optional.<Path>empty();
    var time = FileTime.fromMillis(Long.MIN_VALUE / 2_000_000);
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = file.getFileName().toString();
        if (name.startsWith(begin)
            && name.endsWith(end)
            && name.length() >= begin.length() + end.length()
            && Files.isRegularFile(file)
            && Files.getLastModifiedTime(file).compareTo(time) > 0) {
          found = Optional.of(file);
          time = Files.getLastModifiedTime(file);
        }
      }
    }
    return found;
  }
}
