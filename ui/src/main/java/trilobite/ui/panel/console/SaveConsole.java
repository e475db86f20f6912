// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import trilobite.model.console.ConsoleLog;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;

/// Writes a console to a file, byte for byte as the guest sent it.
final class SaveConsole {

  private static final int STEP = 1 << 20;

  private SaveConsole() {}

  /// A job that gives the number of bytes written. The file is there whole or not at all.
  static Job<Long> job(ConsoleLog console, Path file) {
    return new Job<>("Save console", context -> save(console, file, context));
  }

  private static long save(ConsoleLog console, Path file, JobContext context) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".console", ".part");
    try {
      long written = write(console, part, context);
      if (!context.cancelled()) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      }
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// Writes what the console holds now; what comes meanwhile is left out.
  private static long write(ConsoleLog console, Path part, JobContext context) throws IOException {
    long length = console.length();
    byte[] bytes = new byte[STEP];
    long at = 0;
    try (var out = FileChannel.open(part, StandardOpenOption.WRITE)) {
      while (at < length && !context.cancelled()) {
        int count = (int) Math.min(console.read(at, bytes), length - at);
        if (count <= 0) {
          break;
        }
        var buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        at += count;
        context.progress(at / (double) length, "");
      }
      out.force(true);
    }
    return at;
  }
}
