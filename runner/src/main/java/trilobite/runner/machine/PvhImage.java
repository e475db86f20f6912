// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Wraps machine code into the smallest image that QEMU boots by `-kernel` on x86-64 machines: an
/// ELF64 with a Xen note of type 18 (`XEN_ELFNOTE_PHYS32_ENTRY`), whose value is the address at
/// which a vCPU starts in 32-bit protected mode without paging.
public final class PvhImage {

  /// Where the code lies and starts.
  public static final int ENTRY = 0x100000;

  private static final int HEADER = 64;
  private static final int PROGRAM_HEADER = 56;
  private static final int NOTE = HEADER + 2 * PROGRAM_HEADER;
  private static final int NOTE_LENGTH = 20;
  private static final int CODE = 256;
  private static final int LOAD = 1;
  private static final int NOTES = 4;
  private static final int PHYS32_ENTRY = 18;

  private PvhImage() {}

  /// The bytes of the image.
  public static byte[] of(byte[] code) {
    var file = ByteBuffer.allocate(CODE + code.length).order(ByteOrder.LITTLE_ENDIAN);
    header(file);
    programHeader(file, LOAD, CODE, ENTRY, code.length);
    programHeader(file, NOTES, NOTE, 0, NOTE_LENGTH);
    file.putInt(4).putInt(4).putInt(PHYS32_ENTRY);
    file.put("Xen\0".getBytes(StandardCharsets.US_ASCII)).putInt(ENTRY);
    return file.put(CODE, code).array();
  }

  private static void header(ByteBuffer file) {
    // Magic, 64-bit, little-endian, version 1.
    file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
    // Executable, x86-64, version 1.
    file.putShort((short) 2).putShort((short) 62).putInt(1);
    file.putLong(ENTRY).putLong(HEADER).putLong(0).putInt(0);
    file.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 2);
    file.position(HEADER);
  }

  private static void programHeader(ByteBuffer file, int type, int at, long address, long length) {
    int allowed = type == LOAD ? 7 : 4;
    file.putInt(type).putInt(allowed).putLong(at).putLong(address).putLong(address);
    file.putLong(length).putLong(length).putLong(4);
  }
}
