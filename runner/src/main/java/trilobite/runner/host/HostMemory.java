// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// This machine's memory. Source: `/proc/meminfo`, proc(5).
///
/// @param total bytes of RAM; 0 where it cannot be told
/// @param available bytes that new work can have without swapping
public record HostMemory(long total, long available) {

  /// Reads it now.
  public static HostMemory read() {
    return read(Path.of("/proc/meminfo"));
  }

  static HostMemory read(Path file) {
    try {
      long total = 0;
      long available = 0;
      for (var line : Files.readAllLines(file)) {
        var words = line.split("\\s+");
        if (words.length >= 2) {
          total = words[0].equals("MemTotal:") ? Long.parseLong(words[1]) << 10 : total;
          available = words[0].equals("MemAvailable:") ? Long.parseLong(words[1]) << 10 : available;
        }
      }
      return new HostMemory(total, available);
    } catch (IOException | NumberFormatException e) {
      return new HostMemory(0, 0);
    }
  }
}
