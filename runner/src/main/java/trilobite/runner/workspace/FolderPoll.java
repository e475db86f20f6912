// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import trilobite.model.time.HostClock;
import trilobite.runner.thread.Threads;

/// Notices changes by looking through a tree again and again: names, sizes and times of at most
/// 200,000 entries, and never more than a twentieth of the time.
final class FolderPoll implements AutoCloseable {

  private static final int MOST_ENTRIES = 200_000;
  private static final int DEEPEST = 16;
  private static final int IDLE_SHARE = 20;

  private final Path root;
  private final Runnable listener;
  private final long everyMillis;
  private final CountDownLatch closed = new CountDownLatch(1);

  private FolderPoll(Path root, Runnable listener, long everyMillis) {
    this.root = root;
    this.listener = listener;
    this.everyMillis = everyMillis;
  }

  /// Changes from this call's return on are noticed: the first look is over by then.
  ///
  /// @param everyMillis the least time between two looks
  static FolderPoll start(Path root, Runnable listener, long everyMillis) {
    var poll = new FolderPoll(root, listener, everyMillis);
    long first = poll.look();
    Threads.waiting("poll " + root.getFileName(), () -> poll.loop(first));
    return poll;
  }

  private void loop(long first) {
    try {
      long before = first;
      long spent = 0;
      while (!closed.await(Math.max(everyMillis, spent * IDLE_SHARE), TimeUnit.MILLISECONDS)) {
        long start = HostClock.nanos();
        long now = look();
        spent = (HostClock.nanos() - start) / 1_000_000;
        if (now != before) {
          before = now;
          listener.run();
        }
      }
    } catch (InterruptedException e) {
      close();
    }
  }

  /// A number that is another one, in all likelihood, once anything changed.
  private long look() {
    var visitor = new Fingerprint();
    try {
      Files.walkFileTree(root, Set.of(), DEEPEST, visitor);
    } catch (IOException e) {
      // The folder itself is gone: a change as well.
    }
    return visitor.sum;
  }

  /// Adds up what was seen, in whatever order.
  private static final class Fingerprint extends SimpleFileVisitor<Path> {
    private long sum;
    private int entries;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.endsWith(".git")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      return visitFile(folder, attributes);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      long seen = file.toString().hashCode();
      seen = seen * 1_000_003 + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      seen = seen * 1_000_003 + attributes.size();
      sum += seen * 0x9e3779b97f4a7c15L;
      return ++entries < MOST_ENTRIES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE; // gone meanwhile, or not ours to see
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
