// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// A container leads back into itself or breaks its own rules: changed during the walk, or damaged.
public final class BrokenException extends IOException {
  private static final long serialVersionUID = 1;

  BrokenException(String why, long address) {
    super("%s at 0x%x".formatted(why, address));
  }
}
