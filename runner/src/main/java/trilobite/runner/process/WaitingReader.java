// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/// Tells whether a process sits in `read(2)` on a terminal: it waits for somebody to type. Sources:
/// `/proc/PID/task/TID/syscall` (the call's number and its arguments), `/proc/PID/fd/N`, proc(5).
final class WaitingReader {

  /// `read` on x86-64; on aarch64 and riscv64.
  private static final Set<String> READ = Set.of("0", "63");

  private static final int MOST_THREADS = 64;

  private WaitingReader() {}

  static boolean among(Collection<ProcessHandle> processes, Path terminal) {
    return processes.stream().anyMatch(process -> waits(process.pid(), terminal));
  }

  private static boolean waits(long pid, Path terminal) {
    var place = Path.of("/proc", Long.toString(pid));
    try (var threads = Files.newDirectoryStream(place.resolve("task"))) {
      int looked = 0;
      for (var thread : threads) {
        if (++looked > MOST_THREADS) {
          return false;
        }
        var call = Files.readString(thread.resolve("syscall"), StandardCharsets.US_ASCII);
        var words = call.strip().split(" ", 3);
        if (words.length == 3 && READ.contains(words[0])) {
          var descriptor = Long.toString(Long.decode(words[1]));
          var file = Files.readSymbolicLink(place.resolve("fd").resolve(descriptor));
          if (file.equals(terminal) || file.equals(Path.of("/dev/tty"))) {
            return true;
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      // It ended, or is not ours to look at: then nothing is known of it.
    }
    return false;
  }
}
