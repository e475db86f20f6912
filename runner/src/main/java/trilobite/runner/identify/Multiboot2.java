// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// The header that multiboot 2 loaders look for. Multiboot2 specification 2.0, 3.1.1.
final class Multiboot2 {

  private static final int MAGIC = 0xE85250D6;
  private static final int WITHIN = 32_768;

  private Multiboot2() {}

  /// Where it stands, a multiple of 8; empty where there is none.
  static OptionalInt header(ByteBuffer head) {
    for (int at = 0; at + 16 <= Math.min(head.limit(), WITHIN); at += 8) {
      if (head.getInt(at) == MAGIC
          && head.getInt(at) + head.getInt(at + 4) + head.getInt(at + 8) + head.getInt(at + 12)
              == 0) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }
}
