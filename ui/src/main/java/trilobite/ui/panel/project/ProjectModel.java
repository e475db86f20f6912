// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.workspace.FileNode;
import trilobite.model.workspace.FileNode.Kind;
import trilobite.model.workspace.FileNode.Status;

/// The tree as rows: which folders are open and what was read of them. JavaFX-free; one thread.
final class ProjectModel {

  private final Path root;
  private final Map<Path, List<FileNode>> listed = new HashMap<>();
  private final Set<Path> open = new HashSet<>();
  private Map<Path, Severity> problems = Map.of();

  ProjectModel(Path root) {
    this.root = root;
    open.add(root);
  }

  Path root() {
    return root;
  }

  /// Folders whose content must be read, the project's own first.
  List<Path> wanted() {
    return open.stream().sorted().toList();
  }

  boolean isOpen(Path folder) {
    return open.contains(folder);
  }

  /// True where a folder was read before; its old content stands until the new one comes.
  boolean known(Path folder) {
    return listed.containsKey(folder);
  }

  void open(Path folder) {
    open.add(folder);
  }

  void close(Path folder) {
    open.remove(folder);
  }

  /// Opens all folders on the way to a file.
  void reveal(Path file) {
    for (var at = file.getParent(); at != null && at.startsWith(root); at = at.getParent()) {
      open.add(at);
    }
  }

  /// What a folder holds now.
  void took(Path folder, List<FileNode> content) {
    listed.put(folder, content);
  }

  /// A folder could not be read: it may be gone.
  void lost(Path folder) {
    listed.remove(folder);
    if (!folder.equals(root)) {
      open.remove(folder);
    }
  }

  void problems(List<Diagnostic> all) {
    var worst = new HashMap<Path, Severity>();
    for (var problem : all) {
      problem.file().ifPresent(file -> mark(worst, root.resolve(file), problem.severity()));
    }
    problems = worst;
  }

  private void mark(Map<Path, Severity> worst, Path file, Severity severity) {
    for (var at = file;
        at != null && at.startsWith(root) && !at.equals(root);
        at = at.getParent()) {
      // Severities are declared worst first.
      worst.merge(at, severity, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
  }

  List<Row> rows() {
    var rows = new ArrayList<Row>();
    rows.add(row(new FileNode(root, Kind.FOLDER, Status.NONE), 0));
    if (open.contains(root)) {
      add(rows, root, 1);
    }
    return rows;
  }

  private void add(List<Row> rows, Path folder, int depth) {
    for (var node : listed.getOrDefault(folder, List.of())) {
      rows.add(row(node, depth));
      if (node.kind() == Kind.FOLDER && open.contains(node.path())) {
        add(rows, node.path(), depth + 1);
      }
    }
  }

  private Row row(FileNode node, int depth) {
    return new Row(
        node, depth, open.contains(node.path()), Optional.ofNullable(problems.get(node.path())));
  }
}
