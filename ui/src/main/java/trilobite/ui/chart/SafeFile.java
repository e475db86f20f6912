// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Writes an exported file whole or not at all: temporary file, sync, rename.
public final class SafeFile {

  private SafeFile() {}

  /// Writes a file's content bit by bit.
  @FunctionalInterface
  public interface Content {
    void to(OutputStream stream) throws IOException;
  }

  /// Blocks.
  public static void write(Path file, byte[] content) throws IOException {
    write(file, stream -> stream.write(content));
  }

  /// Blocks.
  public static void write(Path file, Content content) throws IOException {
    var target = file.toAbsolutePath();
    var temporary = Files.createTempFile(target.getParent(), ".export", ".part");
    try {
      try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        var stream = Channels.newOutputStream(channel);
        content.to(stream);
        stream.flush();
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// Why a file was not written, with what to do, in sentences. What Java says of it is often no
  /// more than the name of a file that was never asked for.
  public static String trouble(Path file, Throwable failure) {
    var why =
        switch (failure) {
          case AccessDeniedException _ -> "permission denied";
          case NoSuchFileException _ -> "its folder is not there";
          case FileSystemException named when named.getReason() != null -> named.getReason();
          default -> Objects.requireNonNullElse(failure.getMessage(), "the disk refused it");
        };
    return file + " could not be written: " + why + ". Choose another place.";
  }
}
