// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import trilobite.model.workspace.FileNode;
import trilobite.model.workspace.FileNode.Kind;
import trilobite.model.workspace.FileNode.Status;
import trilobite.runner.file.FileTrouble;

/// Lists a folder for the project tree.
final class FolderListing {

  private static final int MOST = 5000;
  private static final Set<String> CODE =
      Set.of("c", "h", "s", "cc", "cpp", "hpp", "cxx", "rs", "go", "py", "java", "sh", "ld");
  private static final Set<String> TEXT =
      Set.of("md", "txt", "toml", "json", "yaml", "yml", "xml", "cfg", "conf", "log", "mk");
  private static final Set<String> PLAIN_NAMES =
      Set.of("makefile", "gnumakefile", "readme", "license", "init", ".gitignore", "cflags");
  private static final Set<String> DISK = Set.of("img", "qcow2", "raw", "iso", "vmdk");

  private FolderListing() {}

  static List<FileNode> list(Path folder) throws IOException {
    var names = new ArrayList<Path>();
    try (var entries = Files.newDirectoryStream(folder)) {
      for (var entry : entries) {
        if (names.size() == MOST) {
          break;
        }
        if (!entry.getFileName().toString().equals(".git")) {
          names.add(entry);
        }
      }
    } catch (java.nio.file.FileSystemException e) {
      throw new IOException(
          FileTrouble.shown(folder) + " cannot be listed: " + FileTrouble.reason(e) + ".", e);
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    var changes = GitStatus.of(folder);
    return names.stream()
        .map(path -> node(path, changes))
        .sorted(
            Comparator.comparing((FileNode node) -> node.kind() != Kind.FOLDER)
                .thenComparing(node -> node.path().getFileName().toString()))
        .toList();
  }

  private static FileNode node(Path path, Map<String, Status> changes) {
    var name = path.getFileName().toString();
    return new FileNode(path, kind(path, name), changes.getOrDefault(name, Status.NONE));
  }

  private static Kind kind(Path path, String name) {
    if (Files.isDirectory(path)) {
      return Kind.FOLDER;
    }
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("trilobite.toml")) {
      return Kind.PROJECT;
    }
    var end = lower.substring(lower.lastIndexOf('.') + 1);
    if (PLAIN_NAMES.contains(lower) || TEXT.contains(end)) {
      return Kind.TEXT;
    }
    if (CODE.contains(end)) {
      return Kind.CODE;
    }
    return switch (end) {
      case "elf", "bin", "efi" -> Kind.IMAGE;
      case "dbg", "debug", "sym" -> Kind.SYMBOLS;
      default -> {
        if (DISK.contains(end)) {
          yield Kind.DISK;
        }
        yield lower.startsWith("vmlinuz") ? Kind.IMAGE : Kind.OTHER;
      }
    };
  }
}
