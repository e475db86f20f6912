// SPDX-License-Identifier: Apache-2.0
package trilobite.model.domain;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// A domain as libvirt tells it. What it does not tell is empty.
///
/// @param uri of the connection, such as `qemu:///session`
/// @param state libvirt's word, such as `running`
/// @param memory bytes that it has now
/// @param resident bytes that its process keeps in the host's memory
/// @param cpuNanos processor time that its vCPUs took
/// @param pid of its process, where that is on this machine
public record Domain(
    String uri,
    String name,
    String state,
    OptionalInt vcpus,
    OptionalLong memory,
    OptionalLong resident,
    OptionalLong cpuNanos,
    OptionalLong rxBytes,
    OptionalLong txBytes,
    OptionalLong pid) {

  /// The same with its process.
  public Domain with(OptionalLong process) {
    return new Domain(
        uri, name, state, vcpus, memory, resident, cpuNanos, rxBytes, txBytes, process);
  }
}
