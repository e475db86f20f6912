// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/// Replaces files so that at every moment, a power cut included, either the old or the new content
/// is there, whole. Mode and owner stay; a link stays a link.
public final class SafeFile {

  private SafeFile() {}

  /// Writes a temporary file beside the target, syncs it, and renames it over the target.
  ///
  /// @throws IOException where that fails; the target is then as it was
  public static void replace(Path file, byte[] content) throws IOException {
    var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    var folder = target.getParent();
    if (folder == null) {
      throw new IOException(file + " is no file name");
    }
    // Made as any new file is, so that the user's umask holds for it.
    var temporary = folder.resolve(".trilobite-" + UUID.randomUUID() + ".new");
    try {
      try (var channel =
          FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        keepMode(target, temporary);
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    syncFolder(folder);
  }

  private static void keepMode(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    var old = Files.getFileAttributeView(from, PosixFileAttributeView.class).readAttributes();
    var view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (!view.readAttributes().owner().equals(old.owner())) {
      try {
        view.setOwner(old.owner());
        view.setGroup(old.group());
      } catch (IOException e) {
        // Only root may give files away; anybody else becomes the owner of what they save.
      }
    }
    view.setPermissions(old.permissions());
  }

  /// The rename itself is durable only once the folder is.
  private static void syncFolder(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
