// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
      var text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return new HostMemory(bytes(text, "MemTotal:"), bytes(text, "MemAvailable:"));
    } catch (IOException | NumberFormatException e) {
      return new HostMemory(0, 0);
    }
  }

  /// The kernel gives the unit, which is always `kB`, behind each number.
  private static long bytes(String text, String name) {
    int at = text.indexOf(name);
    int end = text.indexOf(" kB", at);
    return at < 0 || end < 0
        ? 0
        : Long.parseLong(text.substring(at + name.length(), end).strip()) << 10;
  }
}
