// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.workspace.FileNode.Status;

/// How the entries of one folder differ from git HEAD. Looks at that folder only, so that it is
/// quick in a large repository.
final class GitStatus {

  private static final Logger log = LoggerFactory.getLogger(GitStatus.class);

  /// Larger files count as changed where time or size differ.
  private static final long LARGEST = 16L << 20;

  private static final int HEAD = 0;
  private static final int INDEX = 1;
  private static final int WORK = 2;

  private GitStatus() {}

  /// Status by name; empty outside of a repository.
  static Map<String, Status> of(Path folder) {
    var place = Repositories.of(folder);
    if (place.isEmpty()) {
      return Map.of();
    }
    try (var found = place.get();
        var walk = new TreeWalk(found.repository())) {
      return of(found.repository(), found.path(), walk);
    } catch (IOException | RuntimeException e) {
      log.debug("No git status for {}: {}", folder, e.getMessage());
      return Map.of();
    }
  }

  private static Map<String, Status> of(Repository repository, String path, TreeWalk walk)
      throws IOException {
    var head = repository.resolve("HEAD^{tree}");
    if (head == null) {
      walk.addTree(new EmptyTreeIterator());
    } else {
      walk.addTree(head);
    }
    walk.addTree(new DirCacheIterator(repository.readDirCache()));
    var work = new FileTreeIterator(repository);
    work.setDirCacheIterator(walk, INDEX);
    walk.addTree(work);
    if (!path.isEmpty()) {
      walk.setFilter(PathFilter.create(path));
    }
    int depth = path.isEmpty() ? 0 : path.split("/", -1).length;
    var statuses = new HashMap<String, Status>();
    while (walk.next()) {
      if (walk.getDepth() < depth) {
        if (walk.isSubtree()) {
          walk.enterSubtree();
        }
      } else {
        statuses.put(walk.getNameString(), status(repository.getWorkTree().toPath(), walk));
      }
    }
    return statuses;
  }

  private static Status status(Path tree, TreeWalk walk) throws IOException {
    var work = walk.getTree(WORK, WorkingTreeIterator.class);
    var index = walk.getTree(INDEX, DirCacheIterator.class);
    if (work == null) {
      return Status.NONE; // deleted: nobody lists it
    }
    if (walk.getFileMode(HEAD).equals(FileMode.MISSING) && index == null) {
      return work.isEntryIgnored() ? Status.IGNORED : Status.ADDED;
    }
    if (walk.isSubtree()) {
      return Status.NONE;
    }
    if (walk.getFileMode(HEAD).equals(FileMode.MISSING)) {
      return Status.ADDED;
    }
    boolean staged = !walk.idEqual(HEAD, INDEX);
    boolean edited = index == null || edited(tree, work, index.getDirCacheEntry());
    return staged || edited ? Status.MODIFIED : Status.NONE;
  }

  /// Compares by time and size first, then by content. Not by JGit's own comparison or streams:
  /// they run the filter commands of the repository's configuration, and opening a project must run
  /// nothing.
  private static boolean edited(Path folder, WorkingTreeIterator work, DirCacheEntry entry)
      throws IOException {
    return work.compareMetadata(entry) != WorkingTreeIterator.MetadataDiff.EQUAL
        && differs(folder.resolve(work.getEntryPathString()), entry);
  }

  private static boolean differs(Path file, DirCacheEntry entry) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
      return true;
    }
    try (var hash = new ObjectInserter.Formatter()) {
      var bytes = Files.readAllBytes(file);
      return !hash.idFor(Constants.OBJ_BLOB, bytes).equals(entry.getObjectId())
          && !hash.idFor(Constants.OBJ_BLOB, withoutReturns(bytes)).equals(entry.getObjectId());
    }
  }

  /// As git stores a file that is checked out with CRLF.
  private static byte[] withoutReturns(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
