// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.qmp;

import java.io.IOException;

/// QEMU understood a command and refused it.
public final class QmpException extends IOException {
  private static final long serialVersionUID = 1;

  public QmpException(String command, String description) {
    super("QEMU refused " + command + ": " + description);
  }
}
