// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import java.io.IOException;
import java.nio.file.Path;

/// Tells how much room a file system has.
@FunctionalInterface
public interface Space {

  Room at(Path folder) throws IOException;

  /// @param free bytes that this user may still write
  record Room(boolean tmpfs, long free) {}

  /// The kernel's answer.
  static Space ofHost() {
    return HostSpace.SHARED;
  }
}
