// SPDX-License-Identifier: Apache-2.0
package trilobite.model.machine;

import java.util.List;

/// The QEMU that will be used.
///
/// @param path of the binary
/// @param version such as `7.2.22`
/// @param machines machine types it knows, empty where it was not asked yet
public record QemuFacts(String path, String version, List<String> machines) {

  /// The oldest version that Trilobite works with.
  public static final String MINIMUM = "7.2";
}
