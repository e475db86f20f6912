// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import trilobite.model.port.Projects.ChangedOnDiskException;
import trilobite.model.port.Workspace;
import trilobite.model.workspace.FileNode;
import trilobite.model.workspace.FileNode.Kind;
import trilobite.model.workspace.FileNode.Status;
import trilobite.model.workspace.LineChange;
import trilobite.model.workspace.TextFile;
import trilobite.model.workspace.Trashed;
import trilobite.model.workspace.Watch;

/// A project's files in memory.
public final class FakeWorkspace implements Workspace {
  private final List<List<String>> terminals = new java.util.concurrent.CopyOnWriteArrayList<>();

  private final Map<Path, FileNode> nodes = new ConcurrentHashMap<>();
  private final Map<Path, String> texts = new ConcurrentHashMap<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final List<String> opened = new CopyOnWriteArrayList<>();
  private final List<Path> reads = new CopyOnWriteArrayList<>();
  private volatile Optional<String> slower = Optional.empty();

  public FakeWorkspace() {
    folder("src", Status.NONE);
    file("src/http.c", Kind.CODE, Status.NONE, "int main(void)\n{\n  return 0;\n}\n");
    file("src/main.c", Kind.CODE, Status.MODIFIED, "#include \"http.h\"\n");
    file("src/pool.c", Kind.CODE, Status.ADDED, "");
    folder("build", Status.IGNORED);
    file("build/tidepool.elf", Kind.IMAGE, Status.IGNORED, "");
    file("Makefile", Kind.TEXT, Status.NONE, "all:\n");
    file("trilobite.toml", Kind.PROJECT, Status.NONE, Samples.TEXT);
  }

  public FakeWorkspace folder(String path, Status status) {
    var full = Samples.FOLDER.resolve(path);
    nodes.put(full, new FileNode(full, Kind.FOLDER, status));
    return this;
  }

  public FakeWorkspace file(String path, Kind kind, Status status, String text) {
    var full = Samples.FOLDER.resolve(path);
    nodes.put(full, new FileNode(full, kind, status));
    texts.put(full, text);
    return this;
  }

  /// Tells the watchers that something changed.
  public void changed() {
    watchers.forEach(Runnable::run);
  }

  /// What was opened in the user's own editor, as `path:line`.
  public List<String> opened() {
    return opened;
  }

  @Override
  public List<FileNode> list(Path folder) {
    var order =
        Comparator.comparing((FileNode node) -> node.kind() != Kind.FOLDER)
            .thenComparing(node -> node.path().getFileName().toString());
    return nodes.values().stream()
        .filter(node -> folder.equals(node.path().getParent()))
        .sorted(order)
        .toList();
  }

  /// Files whose text was read, each time.
  public List<Path> reads() {
    return reads;
  }

  @Override
  public Optional<String> mark(Path file) {
    return Optional.ofNullable(texts.get(file));
  }

  @Override
  public TextFile read(Path file) throws IOException {
    reads.add(file);
    var text = texts.get(file);
    if (text == null) {
      throw new IOException(file + " is gone. It may have been moved or deleted.");
    }
    return new TextFile(file, text, false, "UTF-8", text, false, "");
  }

  @Override
  public TextFile save(TextFile before, String text) throws IOException {
    if (!before.stamp().equals(texts.get(before.path()))) {
      throw new ChangedOnDiskException(before.path());
    }
    texts.put(before.path(), text);
    return read(before.path());
  }

  @Override
  public List<LineChange> changes(Path file, String text) {
    return new ArrayList<>();
  }

  /// From now on changes are looked for in place of being told.
  public void slower(String why) {
    slower = Optional.of(why);
  }

  @Override
  public Watch watch(Path folder, Runnable listener) {
    watchers.add(listener);
    return new Watch() {
      @Override
      public Optional<String> slower() {
        return slower;
      }

      @Override
      public void close() {
        watchers.remove(listener);
      }
    };
  }

  @Override
  public void openExternally(Path file, int line) {
    opened.add(file + ":" + line);
  }

  private void free(Path path) throws IOException {
    if (nodes.containsKey(path)) {
      throw new IOException(path.getFileName() + " could not be made: it exists already.");
    }
  }

  /// Commands that were run in a terminal.
  public List<List<String>> terminals() {
    return terminals;
  }

  @Override
  public void openTerminal(Path folder, List<String> command) {
    terminals.add(command);
  }

  @Override
  public void createFile(Path root, Path file) throws IOException {
    free(file);
    nodes.put(file, new FileNode(file, Kind.CODE, Status.NONE));
    texts.put(file, "");
  }

  @Override
  public void createFolder(Path root, Path folder) throws IOException {
    free(folder);
    nodes.put(folder, new FileNode(folder, Kind.FOLDER, Status.NONE));
  }

  @Override
  public void move(Path root, Path from, Path to) throws IOException {
    free(to);
    for (var path : List.copyOf(nodes.keySet())) {
      if (path.startsWith(from)) {
        var now = path.equals(from) ? to : to.resolve(from.relativize(path));
        var old = nodes.remove(path);
        nodes.put(now, new FileNode(now, old.kind(), old.status()));
        if (texts.containsKey(path)) {
          texts.put(now, texts.remove(path));
        }
      }
    }
  }

  @Override
  public Trashed trash(Path root, Path entry) throws IOException {
    var kept = Path.of("/trash").resolve(entry.getFileName());
    move(root, entry, kept);
    return new Trashed(entry, kept, kept);
  }

  @Override
  public void restore(Trashed trashed) throws IOException {
    move(Path.of("/"), trashed.kept(), trashed.original());
  }

  @Override
  public void reveal(Path entry) {
    opened.add("folder of " + entry);
  }
}
