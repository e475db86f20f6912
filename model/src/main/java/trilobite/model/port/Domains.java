// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.util.List;
import trilobite.model.domain.Domain;

/// Guests of libvirt's.
public interface Domains {

  /// The connections that this machine has by itself: the user's own, and the system's.
  List<String> LOCAL = List.of("qemu:///session", "qemu:///system");

  /// The domains of a connection, running or not. Only reads; libvirt's own monitors are not
  /// touched. Blocks for some milliseconds on this machine, and at most for ten seconds.
  ///
  /// @param uri any that libvirt knows, such as `qemu+ssh://host/system`
  /// @throws IOException where there is no libvirt, or it lets nobody in; fit for people
  List<Domain> list(String uri) throws IOException;

  /// Where there is no libvirt.
  static Domains none() {
    return uri -> {
      throw new IOException("libvirt cannot be asked here.");
    };
  }
}
