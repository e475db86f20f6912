// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;

/// An allocator breaks its own rules: it is being changed, or damaged.
final class UnevenException extends IOException {
  private static final long serialVersionUID = 1;

  UnevenException(String why) {
    super(why);
  }
}
