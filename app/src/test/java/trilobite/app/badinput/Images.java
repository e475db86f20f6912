// SPDX-License-Identifier: Apache-2.0
package trilobite.app.badinput;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Files that begin as images do, and hold nothing else.
final class Images {

  private static final int HEADER = 64;
  private static final int PROGRAM = 56;
  private static final int NOTE = 24;
  private static final int NOTES_AT = HEADER + 2 * PROGRAM;

  private Images() {}

  /// An ELF for x86-64 with the note by which QEMU boots it.
  static byte[] bootable() {
    return elf((short) 62);
  }

  static byte[] forArm() {
    return elf((short) 183);
  }

  private static byte[] elf(short machine) {
    var out = ByteBuffer.allocate(NOTES_AT + NOTE).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
    out.putShort((short) 2).putShort(machine).putInt(1).putLong(0x100000).putLong(HEADER);
    out.putLong(0).putInt(0).putShort((short) HEADER).putShort((short) PROGRAM).putShort((short) 2);
    // Two program headers: the notes behind them, and something to load.
    out.position(HEADER);
    out.putInt(4).putInt(4).putLong(NOTES_AT).putLong(0).putLong(0).putLong(NOTE).putLong(NOTE);
    out.position(HEADER + PROGRAM);
    out.putInt(1).putInt(5).putLong(0).putLong(0x100000).putLong(0x100000).putLong(64).putLong(64);
    out.position(NOTES_AT);
    out.putInt(4).putInt(8).putInt(18).put(new byte[] {'X', 'e', 'n', 0}).putLong(0x100000);
    return out.array();
  }
}
