// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Recognises x86 code that goes round and does nothing: with interrupts off a vCPU never leaves
/// it. Only instructions that neither read nor write anything count, so that a kernel that polls a
/// device is never mistaken.
final class EmptyLoop {

  private static final int PAUSE_PREFIX = 0xf3;
  private static final int NOP = 0x90;
  private static final int HLT = 0xf4;
  private static final int CLI = 0xfa;
  private static final int JMP_SHORT = 0xeb;
  private static final int JMP_NEAR = 0xe9;

  private EmptyLoop() {}

  /// @param code bytes around the vCPU's position
  /// @param position index of the next instruction in them
  /// @return true where execution stays within `code` for ever
  static boolean at(byte[] code, int position) {
    var bytes = ByteBuffer.wrap(code).order(ByteOrder.LITTLE_ENDIAN);
    int at = position;
    // More steps than bytes means that some were passed twice: it goes round.
    for (int step = 0; step <= code.length; step++) {
      at = next(bytes, at);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /// Where execution goes from `at`, or -1 where it leaves the bytes or does something.
  private static int next(ByteBuffer code, int at) {
    if (!holds(code, at, 1)) {
      return -1;
    }
    return switch (code.get(at) & 0xff) {
      case NOP, HLT, CLI -> at + 1;
      case PAUSE_PREFIX -> holds(code, at, 2) && (code.get(at + 1) & 0xff) == NOP ? at + 2 : -1;
      case JMP_SHORT -> holds(code, at, 2) ? at + 2 + code.get(at + 1) : -1;
      case JMP_NEAR -> holds(code, at, 5) ? at + 5 + code.getInt(at + 1) : -1;
      default -> -1;
    };
  }

  private static boolean holds(ByteBuffer code, int at, int length) {
    return at >= 0 && at <= code.capacity() - length;
  }
}
