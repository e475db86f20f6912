// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import java.io.IOException;

/// The vCPUs of a guest.
public interface Machine {

  /// The text of QEMU's `info registers -a`.
  String registers() throws IOException;

  /// True while the vCPUs run.
  boolean running();

  void stop() throws IOException;

  void go() throws IOException;
}
