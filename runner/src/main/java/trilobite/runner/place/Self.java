// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/// Who this process is, by the kernel's word and not by the environment's.
public final class Self {

  private static final Path PROC = Path.of("/proc/self");

  private Self() {}

  /// Numeric user id.
  public static long uid() throws IOException {
    return ((Number) Files.getAttribute(PROC, "unix:uid")).longValue();
  }

  /// The user as files and sockets name it.
  public static UserPrincipal owner() throws IOException {
    return Files.getOwner(PROC);
  }

  /// The words that started this process, without the program's own arguments: with others behind
  /// them they start it again. Source: `/proc/self/cmdline`; Java's own list is cut after 4 KiB.
  ///
  /// @param arguments how many of the last words are the program's
  public static List<String> command(int arguments) throws IOException {
    var line = Files.readString(PROC.resolve("cmdline"));
    var words = List.of(line.split("\0", -1));
    // The last word ends with a zero byte as well.
    return List.copyOf(words.subList(0, Math.max(0, words.size() - 1 - arguments)));
  }
}
