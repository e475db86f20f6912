// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import trilobite.model.check.HostNetwork;

/// What this host offers guests beside the user network. Sources: `/sys/class/net`, and whether
/// this user may open the devices. Linux makes the device nodes before their modules are loaded, so
/// a node that may be opened is a promise, not a proof.
public final class GuestNetworks {

  private GuestNetworks() {}

  /// Looks now.
  public static HostNetwork read() {
    return read(Path.of("/"));
  }

  static HostNetwork read(Path root) {
    return new HostNetwork(
        interfaces(root.resolve("sys/class/net")),
        open(root.resolve("dev/net/tun")),
        open(root.resolve("dev/vhost-vsock")));
  }

  private static boolean open(Path device) {
    return Files.isReadable(device) && Files.isWritable(device);
  }

  private static List<String> interfaces(Path folder) {
    var names = new ArrayList<String>();
    try (var entries = Files.newDirectoryStream(folder)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return names;
  }
}
