// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

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
}
