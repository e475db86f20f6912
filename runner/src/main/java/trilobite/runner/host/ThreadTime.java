// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// How long a thread of another process has run, as Linux accounts for it: `schedstat` in
/// nanoseconds, or `stat` in clock ticks of 10 ms where the kernel keeps no such statistics. Both
/// are described in the kernel's `Documentation/filesystems/proc.rst`.
public final class ThreadTime {

  private static final long NANOS_PER_TICK = 10_000_000;
  // Counted after the closing parenthesis of the name, which may hold anything.
  private static final int USER_FIELD = 11;
  private static final int SYSTEM_FIELD = 12;

  private final Path folder;
  private final boolean whole;

  /// @param proc normally `/proc`
  public ThreadTime(Path proc, long process, long thread) {
    this.folder =
        proc.resolve(Long.toString(process)).resolve("task").resolve(Long.toString(thread));
    this.whole = false;
  }

  private ThreadTime(Path folder) {
    this.folder = folder;
    this.whole = true;
  }

  /// Of a whole process, those of its threads that have ended included; in clock ticks.
  public static ThreadTime ofProcess(Path proc, long process) {
    return new ThreadTime(proc.resolve(Long.toString(process)));
  }

  public long nanos() throws IOException {
    long nanos = fine();
    return nanos > 0 ? nanos : ticks(read(folder.resolve("stat")));
  }

  /// By `schedstat`; 0 where the kernel keeps none.
  private long fine() throws IOException {
    var schedstat = folder.resolve("schedstat");
    return !whole && Files.exists(schedstat) ? number(read(schedstat).split(" ", -1), 0) : 0;
  }

  /// For somebody who asks a thousand times a second: the files stay open, which takes a quarter of
  /// what opening them each time does.
  ///
  /// @throws IOException where there is no such thread
  public ThreadClock open() throws IOException {
    var stat = folder.resolve("stat");
    return fine() > 0
        ? new OpenClock(folder.resolve("schedstat"), stat, OpenClock::leading)
        : new OpenClock(
            stat, stat, text -> ticks(StandardCharsets.ISO_8859_1.decode(text).toString()));
  }

  private long ticks(String stat) throws IOException {
    var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    return (number(fields, USER_FIELD) + number(fields, SYSTEM_FIELD)) * NANOS_PER_TICK;
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
  }

  private long number(String[] fields, int at) throws IOException {
    try {
      return Long.parseLong(fields[at]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(folder + " does not read as Linux writes it", e);
    }
  }
}
