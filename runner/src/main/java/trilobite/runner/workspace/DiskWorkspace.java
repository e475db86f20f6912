// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import trilobite.model.job.Subscription;
import trilobite.model.port.Settings;
import trilobite.model.port.Workspace;
import trilobite.model.workspace.FileNode;
import trilobite.model.workspace.LineChange;
import trilobite.model.workspace.TextFile;

/// [Workspace] on disk.
public final class DiskWorkspace implements Workspace {

  private final ExternalEditor editor;

  public DiskWorkspace(Settings settings, Map<String, String> env) {
    this.editor = new ExternalEditor(settings, env);
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
  public TextFile save(TextFile before, String text) throws IOException {
    return TextFiles.save(before, text);
  }

  @Override
  public List<LineChange> changes(Path file, String text) throws IOException {
    return LineChanges.of(file, text);
  }

  @Override
  public Subscription watch(Path folder, Runnable listener) throws IOException {
    return FolderWatch.start(folder, listener);
  }

  @Override
  public void openExternally(Path file, int line) throws IOException {
    editor.open(file, line);
  }
}
