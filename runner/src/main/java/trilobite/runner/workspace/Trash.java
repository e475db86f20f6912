// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import trilobite.model.time.HostClock;

/// The user's trash, as freedesktop.org's Trash specification 1.0 has it: the home trash, or the
/// one at the top of another file system, so that moving there is always a rename. The JDK's
/// `Desktop.moveToTrash` does nothing on Linux.
///
/// @param home folder of the home trash
/// @param uid of the user, who has a trash of their own on each file system
record Trash(Path home, long uid) {

  private static final int MOST_NAMES = 1000;

  /// Where an entry went.
  record Taken(Path kept, Path note) {}

  /// @throws IOException where neither trash can take it; it is then where it was
  Taken take(Path entry) throws IOException {
    var base = base(entry);
    for (var folder : new String[] {"files", "info"}) {
      Files.createDirectories(
          base.resolve(folder),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    var name = entry.getFileName().toString();
    for (int n = 1; n <= MOST_NAMES; n++) {
      var unique = n == 1 ? name : name + "." + n;
      var note = base.resolve("info").resolve(unique + ".trashinfo");
      try {
        // The note comes first: it reserves the name.
        Files.writeString(note, note(entry), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
      var kept = base.resolve("files").resolve(unique);
      try {
        TreeEdits.move(entry, kept);
        return new Taken(kept, note);
      } catch (FileAlreadyExistsException e) {
        Files.deleteIfExists(note);
      } catch (IOException e) {
        Files.deleteIfExists(note);
        throw e;
      }
    }
    throw new IOException("the trash is full of things of this name");
  }

  private Path base(Path entry) throws IOException {
    var top = entry.toAbsolutePath();
    if (top.getParent() != null) {
      top = top.getParent();
    }
    var store = Files.getFileStore(top);
    var near = home;
    while (!Files.isDirectory(near) && near.getParent() != null) {
      near = near.getParent();
    }
    if (Files.getFileStore(near).equals(store)) {
      return home;
    }
    while (top.getParent() != null && Files.getFileStore(top.getParent()).equals(store)) {
      top = top.getParent();
    }
    return top.resolve(".Trash-" + uid);
  }

  private static String note(Path entry) {
    var path = URI.create("file:" + entry.toUri().getRawPath()).getRawPath();
    var when = LocalDateTime.ofInstant(HostClock.wall(), ZoneId.systemDefault());
    return "[Trash Info]\nPath="
        + (path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
        + "\nDeletionDate="
        + when.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"))
        + "\n";
  }
}
