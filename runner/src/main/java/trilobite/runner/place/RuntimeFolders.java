// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import trilobite.model.run.RunId;
import trilobite.runner.memory.SparseFile;

/// Chooses, makes and removes the folders of sockets and guest RAM. They lie on a tmpfs: on disk,
/// RAM would be written out and its size on the host could not be told exactly.
public final class RuntimeFolders {

  /// A Unix socket's path has 108 bytes, the last of which is zero.
  static final int LONGEST_SOCKET_PATH = 107;

  /// The longest name of a socket in a run's folder, with its slash and a long run number.
  private static final int TAIL = "/999999999/control.sock".length();

  /// Left free for others, so that a guest that touches all its memory fills nobody's disk.
  public static final long MARGIN = 16L << 20;

  /// As QEMU's command line names it.
  private static final String RAM = "ram";

  /// A run's folder holds files, and folders of files.
  private static final int DEPTH = 2;

  private final List<Path> bases;
  private final Space space;

  /// @param wished where XDG wants it
  /// @param fallback a short path on a tmpfs, used where the first is too long, too small or no
  ///   tmpfs
  public RuntimeFolders(Path wished, Path fallback, Space space) {
    this.bases = wished.equals(fallback) ? List.of(wished) : List.of(wished, fallback);
    this.space = space;
  }

  /// The folders that may hold runs, whether they exist or not.
  public List<Path> bases() {
    return bases;
  }

  /// Makes the folder of a run and sets `memory` bytes of RAM aside in it: what other guests were
  /// promised and have not touched yet is not given a second time, to whoever asks.
  ///
  /// @throws IOException where no place has room or is private; fit for people
  public Path create(RunId id, long memory) throws IOException {
    var reasons = new ArrayList<String>();
    for (var base : bases) {
      var reason = unfit(base);
      if (reason.isEmpty()) {
        PrivateFolder.require(base);
        try (var _ = FileLock.take(base.resolve("lock"))) {
          reason = full(base, memory);
          if (reason.isEmpty()) {
            return reserved(base.resolve(Long.toString(id.number())), memory);
          }
        }
      }
      reasons.add(reason);
    }
    throw new IOException(
        "There is no place for the guest's RAM: "
            + String.join("; ", reasons)
            + ". Give the guest less memory, stop another guest, or enlarge /dev/shm.");
  }

  /// The most RAM in bytes that a guest could get now; 0 where no place will do.
  public long room() throws IOException {
    long most = 0;
    for (var base : bases) {
      if (unfit(base).isEmpty()) {
        long promised = Files.isDirectory(base) ? promised(base) : 0;
        var place = Objects.requireNonNull(base.getParent(), "a place that is fit has a parent");
        most = Math.max(most, space.at(place).free() - MARGIN - promised);
      }
    }
    return most;
  }

  private static Path reserved(Path folder, long memory) throws IOException {
    SparseFile.make(PrivateFolder.require(folder).resolve(RAM), memory);
    return folder;
  }

  private String unfit(Path base) throws IOException {
    if (base.toString().getBytes(StandardCharsets.UTF_8).length + TAIL > LONGEST_SOCKET_PATH) {
      return base + " is too long for a socket's path";
    }
    var parent = base.getParent();
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      return base + " cannot be made";
    }
    return space.at(parent).tmpfs() ? "" : base + " does not lie on a tmpfs";
  }

  /// Without this check QEMU and we would be killed by SIGBUS when the guest touches its RAM.
  private String full(Path base, long memory) throws IOException {
    var place = Objects.requireNonNull(base.getParent(), "a place that is fit has a parent");
    long free = space.at(place).free();
    long promised = promised(base);
    if (free - MARGIN - promised >= memory) {
      return "";
    }
    var others = promised > 0 ? mib(promised) + " of it promised to guests that run, " : "";
    return "%s has %s free, %s%s kept for other programs, and the guest has %s"
        .formatted(place, mib(free), others, mib(MARGIN), mib(memory));
  }

  /// Bytes that the guests of a place may still touch.
  private static long promised(Path base) throws IOException {
    long sum = 0;
    try (var runs = Files.newDirectoryStream(base)) {
      for (var run : runs) {
        sum += RunFolders.number(run).isPresent() ? promisedTo(run.resolve(RAM)) : 0;
      }
    }
    return sum;
  }

  private static long promisedTo(Path ram) {
    try {
      return SparseFile.holes(ram);
    } catch (IOException e) {
      // A run that has just ended, or that has none of its own.
      return 0;
    }
  }

  private static String mib(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  /// Removes a run's folder with what lies in it; a folder that is gone already is fine, and so is
  /// what others remove meanwhile.
  public static void remove(Path folder) throws IOException {
    removeTree(folder, DEPTH);
  }

  private static void removeTree(Path path, int depth) throws IOException {
    if (depth > 0 && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (var children = Files.newDirectoryStream(path)) {
        for (var child : children) {
          removeTree(child, depth - 1);
        }
      } catch (NoSuchFileException e) {
        // It went before it could be listed.
      } catch (DirectoryIteratorException e) {
        if (Files.exists(path)) {
          throw e.getCause();
        }
      }
    }
    Files.deleteIfExists(path);
  }
}
