// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import trilobite.model.workspace.Trashed;
import trilobite.runner.file.FileTrouble;

/// Changes to a project's tree of files. Each happens whole or not at all, replaces nothing, and
/// reaches nothing outside of the project's folder, by a link neither.
final class TreeEdits {

  private static final int LONGEST_NAME = 255;

  private TreeEdits() {}

  static void createFile(Path root, Path file) throws IOException {
    attempt("made", file, () -> Files.createFile(inside(root, file)));
  }

  static void createFolder(Path root, Path folder) throws IOException {
    attempt("made", folder, () -> Files.createDirectory(inside(root, folder)));
  }

  static void move(Path root, Path from, Path to) throws IOException {
    attempt("renamed", from, () -> move(inside(root, from), inside(root, to)));
  }

  static Trashed trash(Path root, Path entry, Trash trash) throws IOException {
    var place = inside(root, entry);
    try {
      var taken = trash.take(place);
      return new Trashed(entry, taken.kept(), taken.note());
    } catch (IOException e) {
      throw trouble("moved to the trash", entry, e);
    }
  }

  static void restore(Trashed trashed) throws IOException {
    attempt(
        "brought back",
        trashed.original(),
        () -> {
          move(trashed.kept(), trashed.original());
          Files.deleteIfExists(trashed.note());
        });
  }

  /// A rename replaces what is there, on Linux, so a file is linked under its new name first, which
  /// fails where that is taken. Folders and links cannot be linked: of them a rename replaces at
  /// most an empty folder.
  static void move(Path from, Path to) throws IOException {
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createLink(to, from);
        Files.delete(from);
        return;
      } catch (FileAlreadyExistsException e) {
        throw e;
      } catch (IOException | UnsupportedOperationException e) {
        // This file system has no links.
      }
    }
    Files.move(from, to);
  }

  /// The entry's true place, its folder's links followed.
  private static Path inside(Path root, Path entry) throws IOException {
    var name = entry.getFileName();
    var folder = entry.getParent();
    if (name == null || folder == null || !plain(name.toString())) {
      throw new IOException(
          "“" + FileTrouble.shown(String.valueOf(name)) + "” is no name for a file.");
    }
    if (entry.toAbsolutePath().normalize().equals(root.toAbsolutePath().normalize())) {
      throw new IOException("The project's own folder stays where it is.");
    }
    Path place;
    try {
      place = folder.toRealPath();
    } catch (IOException e) {
      throw trouble("used", folder, e);
    }
    if (!place.startsWith(root.toRealPath())) {
      throw new IOException(
          FileTrouble.shown(entry) + " lies outside of the project; nothing was changed.");
    }
    return place.resolve(name);
  }

  private static boolean plain(String name) {
    return !name.isBlank()
        && !name.equals(".")
        && !name.equals("..")
        && !name.equals(".git")
        && name.chars().noneMatch(Character::isISOControl)
        && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
  }

  /// What may fail.
  private interface Step {
    void run() throws IOException;
  }

  private static void attempt(String done, Path what, Step step) throws IOException {
    try {
      step.run();
    } catch (java.nio.file.FileSystemException e) {
      throw trouble(done, what, e);
    }
  }

  private static IOException trouble(String done, Path what, IOException why) {
    var name = FileTrouble.shown(String.valueOf(what.getFileName()));
    return new IOException(
        name + " could not be " + done + ": " + FileTrouble.reason(why) + ". Nothing was changed.",
        why);
  }
}
