// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which process owns a run, as the file `owner` in its runtime folder tells. A process is known by
/// its number and its start time, because numbers are used again.
///
/// @param pid of the owner
/// @param start clock ticks between the host's boot and the owner's start
/// @param runFolder the durable folder of the run
record Owner(long pid, long start, Path runFolder) {

  private static final String FILE = "owner";

  /// In `/proc/<pid>/stat`, counted behind the name's closing parenthesis, which is field 2.
  private static final int START_FIELD = 22 - 3;

  /// This process's start, once it was asked for; negative before.
  private static volatile long selfStart = -1;

  /// This process as the owner of a run.
  static Owner self(Path runFolder) throws IOException {
    long pid = ProcessHandle.current().pid();
    if (selfStart < 0) {
      selfStart = startOf(pid);
    }
    return new Owner(pid, selfStart, runFolder);
  }

  void write(Path runtimeFolder) throws IOException {
    Files.writeString(runtimeFolder.resolve(FILE), pid + "\n" + start + "\n" + runFolder);
  }

  /// @throws IOException where there is none yet, or it is damaged
  static Owner read(Path runtimeFolder) throws IOException {
    var parts = Files.readString(runtimeFolder.resolve(FILE)).split("\n", 3);
    try {
      return new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Path.of(parts[2]));
    } catch (RuntimeException e) {
      throw new IOException(runtimeFolder.resolve(FILE) + " is damaged", e);
    }
  }

  boolean alive() {
    try {
      return startOf(pid) == start;
    } catch (IOException e) {
      return false;
    }
  }

  boolean isSelf() {
    return pid == ProcessHandle.current().pid() && alive();
  }

  /// Clock ticks between the host's boot and the start of a process.
  static long startOf(long pid) throws IOException {
    var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    // The name may hold spaces and parentheses of its own.
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[START_FIELD]);
  }
}
