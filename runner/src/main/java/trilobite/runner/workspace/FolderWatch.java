// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.job.Subscription;
import trilobite.runner.thread.Threads;

/// Notices changes in a folder's tree. Watches at most 2,000 folders; changes in those beyond, and
/// anything the kernel has no room to tell, show with the next change that is seen.
final class FolderWatch implements Subscription {

  private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
  private static final int MOST_FOLDERS = 2000;
  private static final int DEEPEST = 16;

  /// Waits so long for more, so that a build's thousand files are one change.
  private static final long QUIET_MILLIS = 150;

  private final Path root;
  private final Runnable listener;
  private final WatchService service;
  private int folders;

  private FolderWatch(Path root, Runnable listener) throws IOException {
    this.root = root;
    this.listener = listener;
    this.service = root.getFileSystem().newWatchService();
  }

  static FolderWatch start(Path root, Runnable listener) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new java.nio.file.NotDirectoryException(root.toString());
    }
    var watch = new FolderWatch(root, listener);
    watch.add(root);
    Threads.waiting("watch " + root.getFileName(), watch::loop);
    return watch;
  }

  private void add(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        java.util.Set.of(),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (dir.endsWith(".git")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (folders >= MOST_FOLDERS) {
              return FileVisitResult.TERMINATE;
            }
            register(dir);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // gone meanwhile, or not ours to see
          }
        });
  }

  private void register(Path folder) throws IOException {
    try {
      folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
      folders++;
    } catch (IOException e) {
      if (folder.equals(root)) {
        throw e;
      }
      log.debug("{} is not watched: {}", folder, e.getMessage());
    }
  }

  private void loop() {
    try {
      while (true) {
        take(service.take());
        for (var more = poll(); more != null; more = poll()) {
          take(more);
        }
        listener.run();
      }
    } catch (ClosedWatchServiceException e) {
      // Closed: nobody wants to know any more.
    } catch (InterruptedException e) {
      close();
    }
  }

  private @org.jspecify.annotations.Nullable WatchKey poll() throws InterruptedException {
    return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void take(WatchKey key) {
    for (var event : key.pollEvents()) {
      if (!event.kind().equals(OVERFLOW) && event.context() instanceof Path name) {
        var path = ((Path) key.watchable()).resolve(name);
        if (event.kind().equals(ENTRY_CREATE) && Files.isDirectory(path)) {
          addLater(path);
        }
      }
    }
    if (!key.reset()) {
      folders--;
    }
  }

  private void addLater(Path folder) {
    try {
      add(folder);
    } catch (IOException e) {
      log.debug("{} is not watched: {}", folder, e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      log.debug("The watch of {} did not close: {}", root, e.getMessage());
    }
  }
}
