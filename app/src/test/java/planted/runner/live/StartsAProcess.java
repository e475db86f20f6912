// SPDX-License-Identifier: Apache-2.0
package planted.runner.live;

import java.io.IOException;

/// Breaks processes.
public final class StartsAProcess {

  /// A process that nobody ends.
  public Process run() throws IOException {
    return new ProcessBuilder("true").start();
  }
}
