// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.core;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import trilobite.model.project.MemorySize;
import trilobite.model.run.CoreWritten;

/// A core under its own name only once it is whole, readable for this user only: it holds all that
/// the guest knew.
final class CoreFile {

  /// Room for what is no memory.
  private static final long HEADERS = 16L << 20;

  private CoreFile() {}

  /// Puts a core into an empty file.
  interface Writing {
    CoreWritten into(SparseCopy copy) throws IOException;
  }

  /// @param file that is not there yet
  /// @param memory most bytes of memory that it will take
  /// @throws IOException where it cannot be written; nothing of it is left then
  static CoreWritten write(Path file, long memory, Writing writing) throws IOException {
    check(file, memory + HEADERS);
    var part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      var written = written(part, writing);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static CoreWritten written(Path part, Writing writing) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var to = FileChannel.open(part, options, mine)) {
      var written = writing.into(new SparseCopy(to));
      to.force(true);
      return written;
    }
  }

  private static void check(Path file, long room) throws IOException {
    if (Files.exists(file)) {
      throw new IOException(file + " is there already: name another file.");
    }
    var parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException("There is no folder " + parent + ".");
    }
    long free = Files.getFileStore(parent).getUsableSpace();
    if (free < room) {
      throw new IOException(
          "A core takes up to %s, and %s has %s free: name a file elsewhere."
              .formatted(new MemorySize(room).about(), parent, new MemorySize(free).about()));
    }
  }
}
