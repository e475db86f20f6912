// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.port.Settings;
import trilobite.model.port.Workspace;
import trilobite.model.workspace.FileNode;
import trilobite.model.workspace.LineChange;
import trilobite.model.workspace.TextFile;
import trilobite.model.workspace.Trashed;
import trilobite.model.workspace.Watch;
import trilobite.runner.process.UserProgram;

/// [Workspace] on disk.
public final class DiskWorkspace implements Workspace {

  private final ExternalEditor editor;
  private final ExternalTerminal terminal;
  private final Trash trash;

  /// @param trash folder of the user's home trash
  /// @param uid of the user
  public DiskWorkspace(Settings settings, Map<String, String> env, Path trash, long uid) {
    this.editor = new ExternalEditor(settings, env);
    this.terminal = new ExternalTerminal(settings, env);
    this.trash = new Trash(trash, uid);
  }

  @Override
  public List<FileNode> list(Path folder) throws IOException {
    return FolderListing.list(folder);
  }

  @Override
  public TextFile read(Path file) throws IOException {
    return TextFiles.read(file);
  }

  @Override
  public Optional<String> mark(Path file) {
    return TextFiles.mark(file);
  }

  @Override
  public TextFile save(TextFile before, String text) throws IOException {
    return TextFiles.save(before, text);
  }

  @Override
  public List<LineChange> changes(Path file, String text) throws IOException {
    return LineChanges.of(file, text);
  }

  @Override
  public Watch watch(Path folder, Runnable listener) throws IOException {
    return FolderWatch.start(folder, listener);
  }

  @Override
  public void openExternally(Path file, int line) throws IOException {
    editor.open(file, line);
  }

  @Override
  public void openTerminal(Path folder, List<String> command) throws IOException {
    terminal.run(folder, command);
  }

  @Override
  public void createFile(Path root, Path file) throws IOException {
    TreeEdits.createFile(root, file);
  }

  @Override
  public void createFolder(Path root, Path folder) throws IOException {
    TreeEdits.createFolder(root, folder);
  }

  @Override
  public void move(Path root, Path from, Path to) throws IOException {
    TreeEdits.move(root, from, to);
  }

  @Override
  public Trashed trash(Path root, Path entry) throws IOException {
    return TreeEdits.trash(root, entry, trash);
  }

  @Override
  public void restore(Trashed trashed) throws IOException {
    TreeEdits.restore(trashed);
  }

  @Override
  public void reveal(Path entry) throws IOException {
    var folder = Files.isDirectory(entry) ? entry : entry.toAbsolutePath().getParent();
    UserProgram.start(List.of("xdg-open", String.valueOf(folder)));
  }
}
