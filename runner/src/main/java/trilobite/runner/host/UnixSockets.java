// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Unix sockets of this host by their paths. Source: `/proc/net/unix` (proc(5)); an accepted socket
/// has the path of the one that listens. States are `SS_UNCONNECTED` 01 and `SS_CONNECTED` 03 of
/// `linux/net.h`. Those of other network namespaces are not seen.
public final class UnixSockets {

  private static final String LISTENING = "01";
  private static final String CONNECTED = "03";

  private UnixSockets() {}

  /// True where a client is connected now.
  public static boolean connected(Path path) throws IOException {
    return find(path, CONNECTED).isPresent();
  }

  /// The inode of the socket that listens there.
  public static Optional<String> listener(Path path) throws IOException {
    return find(path, LISTENING);
  }

  private static Optional<String> find(Path path, String state) throws IOException {
    var wanted = path.toAbsolutePath().normalize().toString();
    try (var lines = Files.lines(Path.of("/proc/net/unix"), StandardCharsets.UTF_8)) {
      return lines
          .map(line -> line.strip().split("\\s+", 8))
          .filter(words -> words.length == 8 && words[5].equals(state) && words[7].equals(wanted))
          .map(words -> words[6])
          .findFirst();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
