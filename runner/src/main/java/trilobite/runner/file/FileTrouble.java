// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// Says in words for people why a file could not be read or written.
public final class FileTrouble {

  private FileTrouble() {}

  /// The reason, to follow a colon: `permission denied`, `the disk is full`.
  public static String reason(IOException problem) {
    return switch (problem) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "it exists already";
      case NotDirectoryException _ -> "it is not a folder";
      case FileSystemException e when e.getReason() != null -> plain(e.getReason());
      case IOException e when e.getMessage() != null -> plain(e.getMessage());
      case IOException e -> e.getClass().getSimpleName();
    };
  }

  private static String plain(String why) {
    if (why.contains("No space left on device")) {
      return "the disk is full";
    }
    return why.contains("Read-only file system") ? "the file system is read-only" : why;
  }

  /// A path on one line and without control characters, which names may hold.
  public static String shown(Path path) {
    return shown(path.toString());
  }

  /// A text on one line and without control characters.
  public static String shown(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n') {
                out.append("\\n");
              } else if (Character.isISOControl(point)
                  || Character.getType(point) == Character.FORMAT) {
                out.append(String.format("\\u%04x", point));
              } else {
                out.appendCodePoint(point);
              }
            });
    return out.toString();
  }
}
