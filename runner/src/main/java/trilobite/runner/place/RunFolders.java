// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import trilobite.model.run.RunId;
import trilobite.runner.file.FileTrouble;

/// The durable folders of runs, one per number. Numbers are handed out under a file lock, so that
/// two processes never get the same one, nor one that was used before and deleted.
public final class RunFolders {

  private static final int LONGEST_NUMBER = 18;

  private final Path base;

  /// The folders were asked as well as the counter. Read and written under the lock.
  private boolean counted;

  /// @param state Trilobite's folder of durable state
  public RunFolders(Path state) {
    this.base = state.resolve("runs");
  }

  /// Takes the next number and makes its folder.
  ///
  /// @throws IOException with a message for people where there is no room for one
  public RunId next() throws IOException {
    try {
      return take();
    } catch (IOException e) {
      throw new IOException(
          "A run is remembered in "
              + FileTrouble.shown(base)
              + ", and nothing can be written there ("
              + FileTrouble.reason(e)
              + "). Mend that, or name another folder by XDG_STATE_HOME.",
          e);
    }
  }

  private RunId take() throws IOException {
    if (!Files.isDirectory(base)) {
      Files.createDirectories(base);
    }
    try (var lock = FileLock.take(base.resolve("last"))) {
      long last = counter(lock.file());
      // The folders are asked too: the counter's last write may be lost with the power, but not
      // while this process lives. Somebody may also have put folders there.
      if (!counted || last == 0 || Files.exists(folder(new RunId(last + 1)))) {
        last = Math.max(last, newest());
        counted = true;
      }
      long next = last + 1;
      Files.createDirectory(folder(new RunId(next)));
      var text = ByteBuffer.wrap((next + "\n").getBytes(StandardCharsets.US_ASCII));
      lock.file().write(text, 0);
      return new RunId(next);
    }
  }

  /// The file to which keepers write what goes wrong.
  public Path log() {
    return base.resolveSibling("keeper.log");
  }

  /// The folder of a run.
  public Path folder(RunId id) {
    return base.resolve(Long.toString(id.number()));
  }

  /// All runs that have a folder, in ascending order.
  public List<RunId> all() throws IOException {
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(base)) {
      return folders.flatMap(folder -> number(folder).stream()).sorted().toList();
    }
  }

  private long newest() throws IOException {
    var all = all();
    return all.isEmpty() ? 0 : all.getLast().number();
  }

  /// The run whose folder has this name, if it is a number.
  public static Optional<RunId> number(Path folder) {
    var name = folder.getFileName().toString();
    boolean digits = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && name.length() <= LONGEST_NUMBER
        ? Optional.of(new RunId(Long.parseLong(name)))
        : Optional.empty();
  }

  private static long counter(FileChannel file) throws IOException {
    var bytes = ByteBuffer.allocate(LONGEST_NUMBER + 1);
    file.read(bytes, 0);
    var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    return number(Path.of(text.isEmpty() ? "0" : text)).map(RunId::number).orElse(0L);
  }
}
