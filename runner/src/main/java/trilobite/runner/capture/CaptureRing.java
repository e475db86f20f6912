// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The two capture files of a run as its writer turns them: when `packets.pcap` is full it becomes
/// `packets.1.pcap`, and what was called so is gone. Follows files rather than names, so that a
/// turn between two looks loses nothing. For one thread at a time.
final class CaptureRing implements CaptureSource {

  static final String NEWEST = "packets.pcap";
  static final String OLDER = "packets.1.pcap";

  /// The writer can turn between any two of our steps, but hardly this often.
  private static final int TRIES = 5;

  private final Path folder;
  private @Nullable CaptureFile older;
  private @Nullable CaptureFile newest;

  CaptureRing(Path folder) {
    this.folder = folder;
  }

  @Override
  public void refresh() throws IOException {
    for (int i = 0; i < TRIES && !upToDate(); i++) {
      turn();
    }
    if (newest != null) {
      newest.scan();
    }
  }

  @Override
  public Path place() {
    return folder;
  }

  @Override
  public Optional<CaptureNotes> notes() throws IOException {
    return CaptureNotes.read(folder);
  }

  private boolean upToDate() throws IOException {
    try {
      return newest != null && newest.is(CaptureFile.key(folder.resolve(NEWEST)));
    } catch (NoSuchFileException e) {
      // Not begun yet, or just being turned: what is open goes on.
      return newest != null || !Files.exists(folder.resolve(OLDER));
    }
  }

  private void turn() throws IOException {
    var before = newest;
    if (before != null) {
      before.scan();
    }
    var next = open(NEWEST, before == null ? 0 : before.end() - 1);
    if (next.isEmpty()) {
      if (before == null && !Files.exists(folder.resolve(NEWEST))) {
        newest = open(OLDER, 0).orElse(null);
      }
      return;
    }
    if (before == null || before.end() != next.get().first()) {
      before = takeOlder(next.get());
    }
    replace(before, next.get());
  }

  /// The file before `next`, where we did not follow it from its beginning; joined only if it fits.
  private @Nullable CaptureFile takeOlder(CaptureFile next) throws IOException {
    var found = open(OLDER, 0);
    if (found.isEmpty()) {
      return null;
    }
    found.get().scan();
    if (found.get().end() != next.first()) {
      found.get().close();
      return null;
    }
    return found.get();
  }

  private void replace(@Nullable CaptureFile before, CaptureFile next) throws IOException {
    for (var old : new CaptureFile[] {older, newest}) {
      if (old != null && old != before) {
        old.close();
      }
    }
    older = before;
    newest = next;
  }

  private Optional<CaptureFile> open(String name, long before) throws IOException {
    try {
      return CaptureFile.open(folder.resolve(name), before);
    } catch (NoSuchFileException | java.io.FileNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public long first() {
    if (older != null) {
      return older.first();
    }
    return newest == null ? 1 : newest.first();
  }

  @Override
  public long end() {
    return newest == null ? 1 : newest.end();
  }

  @Override
  public CaptureFile holding(long number) {
    var file = older != null && number < older.end() ? older : newest;
    if (file == null) {
      throw new IllegalArgumentException("no file holds packet " + number);
    }
    return file;
  }

  @Override
  public Optional<String> trouble(boolean live) throws IOException {
    if (older != null && older.trouble().isPresent()) {
      return older.trouble().map(why -> OLDER + " is " + why);
    }
    if (newest == null) {
      return Optional.empty();
    }
    if (newest.trouble().isPresent()) {
      return newest.trouble().map(why -> NEWEST + " is " + why);
    }
    return !live && newest.rest() > 0
        ? Optional.of(NEWEST + " ends within a packet; those before it are whole")
        : Optional.empty();
  }
}
