// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// What this host offers guests beside QEMU's own user network.
///
/// @param interfaces names of its network interfaces
/// @param tun whether `/dev/net/tun` can be opened, which a tap interface needs
/// @param vsock whether `/dev/vhost-vsock` can be opened
public record HostNetwork(List<String> interfaces, boolean tun, boolean vsock) {

  /// A host that offers nothing.
  public static final HostNetwork NONE = new HostNetwork(List.of(), false, false);

  public HostNetwork {
    interfaces = List.copyOf(interfaces);
  }
}
