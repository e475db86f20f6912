// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import trilobite.model.job.JobContext;
import trilobite.model.port.Workspace;
import trilobite.model.project.TextPlace;
import trilobite.model.run.RunRecord;
import trilobite.model.workspace.FileNode;
import trilobite.model.workspace.FileNode.Kind;
import trilobite.model.workspace.FileNode.Status;
import trilobite.ui.command.CommandTable;
import trilobite.ui.palette.Item;
import trilobite.ui.palette.PaletteModel;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session;
import trilobite.ui.session.Words;

/// What the palette can find in this window. Files and runs are what the last look found.
final class PaletteSupply implements PaletteModel.Supply {

  private static final int MOST_FILES = 5_000;
  private static final int MOST_FOLDERS = 1_000;

  private final Session session;
  private final CommandTable commands;
  private final EditorArea editor;
  private List<Path> files = List.of();
  private List<RunRecord> runs = List.of();

  PaletteSupply(Session session, CommandTable commands, EditorArea editor) {
    this.session = session;
    this.commands = commands;
    this.editor = editor;
  }

  void files(List<Path> found) {
    files = found;
  }

  void runs(List<RunRecord> found) {
    runs = found;
  }

  /// The files of a project that are not ignored, breadth first, up to a limit. Blocks.
  static List<Path> walk(Workspace workspace, Path folder, JobContext context) throws IOException {
    var found = new ArrayList<Path>();
    Deque<Path> folders = new ArrayDeque<>(List.of(folder));
    for (int seen = 0; !folders.isEmpty() && seen < MOST_FOLDERS && !context.cancelled(); seen++) {
      for (var node : workspace.list(folders.removeFirst())) {
        if (found.size() < MOST_FILES && node.status() != Status.IGNORED) {
          take(node, found, folders);
        }
      }
    }
    return found;
  }

  private static void take(FileNode node, List<Path> found, Deque<Path> folders) {
    if (node.kind() == Kind.FOLDER) {
      folders.addLast(node.path());
    } else {
      found.add(node.path());
    }
  }

  @Override
  public List<Item> commands() {
    return commands.all().stream().map(this::item).toList();
  }

  private Item item(Command command) {
    return new Item(
        command.id(),
        command.icon(),
        command.title(),
        commands.why(command.id()),
        commands.keys(command.id()),
        command.also(),
        command.enabled().get(),
        () -> commands.run(command.id()));
  }

  @Override
  public List<Item> files() {
    var root = session.project().get().map(OpenProject::folder);
    return files.stream().map(file -> file(file, root)).toList();
  }

  private Item file(Path file, Optional<Path> root) {
    var shown = root.filter(file::startsWith).map(top -> top.relativize(file)).orElse(file);
    var parent = shown.getParent();
    return new Item(
        file.toString(),
        FileIcons.of(file),
        String.valueOf(file.getFileName()),
        parent == null ? "" : parent.toString(),
        "",
        true,
        () -> session.openFile(file, Optional.empty()));
  }

  @Override
  public List<Item> runs() {
    return runs.stream()
        .map(
            run ->
                new Item(
                    run.id().toString(),
                    "ci-recently-viewed",
                    run.id() + " " + run.verdict().map(Words::of).orElse("Running"),
                    run.project() + ", " + run.target() + " " + run.why(),
                    "",
                    true,
                    () -> session.show(run.id())))
        .toList();
  }

  @Override
  public Item line(int line, int column) {
    var front = editor.front();
    var title = "Go to line " + line + (column > 1 ? ", column " + column : "");
    return new Item(
        title,
        "ci-arrow-right",
        title,
        front.map(file -> file.tab().title()).orElse("open a file first"),
        "",
        front.isPresent(),
        () ->
            front.ifPresent(
                file -> session.openFile(file.file(), Optional.of(new TextPlace(line, column)))));
  }

  @Override
  public Item folder(Path folder) {
    return new Item(
        folder.toString(),
        "ci-folder",
        "Open project",
        folder.toString(),
        "",
        true,
        () -> session.openProject(folder));
  }
}
