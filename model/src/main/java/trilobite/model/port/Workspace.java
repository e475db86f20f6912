// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.workspace.FileNode;
import trilobite.model.workspace.LineChange;
import trilobite.model.workspace.TextFile;
import trilobite.model.workspace.Trashed;
import trilobite.model.workspace.Watch;

/// Files of a project. All calls may block.
public interface Workspace {

  /// Entries of a folder, folders first, then by name; at most 5,000.
  List<FileNode> list(Path folder) throws IOException;

  /// Reads a text file of at most 16 MiB.
  ///
  /// @throws IOException for binary, larger or unreadable files; the message is fit for people
  TextFile read(Path file) throws IOException;

  /// What tells cheaply that a file is as it was: another one, or none, as soon as it was written.
  /// Empty too where that cannot be told, as right after a change or of a file that is gone.
  Optional<String> mark(Path file);

  /// Saves safely, keeping line ends and charset; returns the file as it is now.
  ///
  /// @throws Projects.ChangedOnDiskException where the content on disk is not `before.stamp()`
  TextFile save(TextFile before, String text) throws IOException;

  /// Differences of `text` to git HEAD, or to the saved file outside a repository.
  List<LineChange> changes(Path file, String text) throws IOException;

  /// Calls `listener` on a runner thread, soon after anything in the folder's tree changed. Where
  /// the system does not tell of all of it, the tree is looked through every few seconds.
  Watch watch(Path folder, Runnable listener) throws IOException;

  /// Opens a file at a line in the user's own editor, as the setting `editor.external` says.
  void openExternally(Path file, int line) throws IOException;

  /// Runs a command in a window of the user's own terminal, as the setting `terminal.external`
  /// says, and returns once it is open.
  ///
  /// @throws IOException where there is no terminal, or it does not start; the message is fit for
  ///   people
  void openTerminal(Path folder, List<String> command) throws IOException;

  /// Makes an empty file inside the project in `root`.
  ///
  /// @throws IOException where the name is taken or none, or the place is not inside the project,
  ///   links followed; the message is fit for people and nothing was changed. This holds for the
  ///   next calls too.
  void createFile(Path root, Path file) throws IOException;

  /// Makes a folder inside the project.
  void createFolder(Path root, Path folder) throws IOException;

  /// Gives a file or folder another name inside the project. Never replaces anything.
  void move(Path root, Path from, Path to) throws IOException;

  /// Moves a file or folder of the project into the user's trash, from which the file manager, or
  /// [#restore], brings it back. Nothing is ever deleted.
  Trashed trash(Path root, Path entry) throws IOException;

  /// Brings back what was moved to the trash; never replaces anything.
  void restore(Trashed trashed) throws IOException;

  /// Shows the folder, or the folder that holds a file, in the system's file manager.
  void reveal(Path entry) throws IOException;
}
