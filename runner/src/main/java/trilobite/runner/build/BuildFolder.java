// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Where builds of one project are remembered, outside of the project.
record BuildFolder(Path path) {

  /// @param state Trilobite's folder of durable state
  static BuildFolder of(Path state, Path project) throws IOException {
    return new BuildFolder(state.resolve("builds").resolve(hash(project.toRealPath().toString())));
  }

  /// Where a target's record and image lie.
  Path target(String name) {
    return path.resolve(hash(name));
  }

  /// Takes the right to build; empty where another process, or another thread of ours, has it. It
  /// ends with the lock's channel, thus with this process at the latest.
  Optional<FileLock> lock() throws IOException {
    Files.createDirectories(path);
    var channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(lock);
      }
    } catch (OverlappingFileLockException e) {
      // Another thread of this process builds.
    }
    channel.close();
    return Optional.empty();
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
