// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;

/// Guest memory could not be read at an address. The message says why, fit for people.
public final class MemoryException extends IOException {
  private static final long serialVersionUID = 1;

  MemoryException(long address, String why) {
    super("nothing to read at 0x%x: %s".formatted(address, why));
  }
}
