// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Makes files and folders and remembers them, so that a failure half-way leaves nothing.
final class NewFiles {

  private final List<Path> made = new ArrayList<>();

  void folder(Path folder) throws IOException {
    var missing = new ArrayList<Path>();
    for (var at = folder.toAbsolutePath(); at != null && !Files.exists(at); at = at.getParent()) {
      missing.addFirst(at);
    }
    for (var each : missing) {
      Files.createDirectory(each);
      made.add(each);
    }
  }

  void file(Path file, byte[] content) throws IOException {
    var parent = file.getParent();
    if (parent != null) {
      folder(parent);
    }
    made.add(file);
    Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (content.length > 2 && content[0] == '#' && content[1] == '!') {
      // Jars keep no modes; a script says itself that it can be run.
      var modes = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      modes.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(file, modes);
    }
  }

  /// Removes what was made, newest first.
  void undo() {
    for (var path : made.reversed()) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // Somebody else put something into a folder of ours; it stays, with the folder.
      }
    }
  }
}
