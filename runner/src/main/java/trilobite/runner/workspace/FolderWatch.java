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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.workspace.Watch;
import trilobite.runner.thread.Threads;

/// Notices changes in a folder's tree. The kernel is asked about at most 2,000 folders; where there
/// are more, or it has no room for as many, the tree is looked through every few seconds as well.
final class FolderWatch implements Watch {

  private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
  private static final int MOST_FOLDERS = 2000;
  private static final int DEEPEST = 16;
  private static final long POLL_MILLIS = 3_000;
  private static final String NO_ROOM =
      "This system has no room for more watches (fs.inotify.max_user_watches).";

  /// Waits so long for more, so that a build's thousand files are one change.
  private static final long QUIET_MILLIS = 150;

  private final Path root;
  private final Runnable listener;
  private final WatchService service;
  private final Limits limits;
  private int folders;
  private volatile Optional<FolderPoll> poll = Optional.empty();
  private volatile Optional<String> slower = Optional.empty();
  private volatile boolean closed;

  /// @param folders how many the kernel is asked about at most
  /// @param pollMillis how often the tree is looked through where that is needed
  record Limits(int folders, long pollMillis) {}

  private FolderWatch(Path root, Runnable listener, Limits limits) throws IOException {
    this.limits = limits;
    this.root = root;
    this.listener = listener;
    this.service = root.getFileSystem().newWatchService();
  }

  static Watch start(Path root, Runnable listener) throws IOException {
    return start(root, listener, new Limits(MOST_FOLDERS, POLL_MILLIS));
  }

  static Watch start(Path root, Runnable listener, Limits limits) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new java.nio.file.NotDirectoryException(root.toString());
    }
    FolderWatch watch;
    try {
      watch = new FolderWatch(root, listener, limits);
    } catch (IOException e) {
      return new PollOnly(FolderPoll.start(root, listener, limits.pollMillis()));
    }
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
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            if (dir.endsWith(".git")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (folders >= limits.folders()) {
              pollToo("This project has more than " + limits.folders() + " folders.");
            } else {
              register(dir);
            }
            return poll.isEmpty() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // gone meanwhile, or not ours to see
          }
        });
  }

  private void register(Path folder) {
    try {
      folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
      folders++;
    } catch (IOException e) {
      log.debug("{} is not watched: {}", folder, e.getMessage());
      if (Files.isReadable(folder)) {
        pollToo(NO_ROOM);
      }
    }
  }

  private synchronized void pollToo(String why) {
    if (poll.isEmpty() && !closed) {
      poll = Optional.of(FolderPoll.start(root, listener, limits.pollMillis()));
      slower = Optional.of(why);
    }
  }

  @Override
  public Optional<String> slower() {
    return slower;
  }

  /// Where the kernel has no room for a watch at all.
  private record PollOnly(FolderPoll poll) implements Watch {

    @Override
    public Optional<String> slower() {
      return Optional.of(NO_ROOM);
    }

    @Override
    public void close() {
      poll.close();
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
  public synchronized void close() {
    closed = true;
    poll.ifPresent(FolderPoll::close);
    try {
      service.close();
    } catch (IOException e) {
      log.debug("The watch of {} did not close: {}", root, e.getMessage());
    }
  }
}
