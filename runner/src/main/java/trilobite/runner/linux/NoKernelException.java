// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import java.io.IOException;

/// Bytes are not the table of a kernel's that they seemed to be.
final class NoKernelException extends IOException {
  private static final long serialVersionUID = 1;

  NoKernelException(String why) {
    super(why);
  }
}
