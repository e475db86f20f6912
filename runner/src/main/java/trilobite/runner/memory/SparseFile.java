// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// Files on a tmpfs that take room only where they were written to.
public final class SparseFile {

  private SparseFile() {}

  /// Makes a file of holes.
  public static void make(Path file, long bytes) throws IOException {
    try (var made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength(bytes);
    }
  }

  /// Bytes that a file may still take: those of its holes.
  public static long holes(Path file) throws IOException {
    try (var seeker = new DataSeeker(file)) {
      return Math.max(0, java.nio.file.Files.size(file) - seeker.bytes());
    }
  }
}
