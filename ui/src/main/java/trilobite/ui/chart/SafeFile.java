// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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
}
