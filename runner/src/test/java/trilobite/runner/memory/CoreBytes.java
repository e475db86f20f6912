// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Puts cores together as QEMU writes them: notes first, then memory, aligned to nothing.
public final class CoreBytes {

  private static final int HEADER = 64;
  private static final int SEGMENT = 56;

  private final List<Piece> pieces = new ArrayList<>();
  private byte[] notes = new byte[0];
  private int type = 4;

  private record Piece(long physical, ByteBuffer bytes) {}

  CoreBytes type(int number) {
    type = number;
    return this;
  }

  public CoreBytes memory(long physical, byte[] bytes) {
    pieces.add(new Piece(physical, ByteBuffer.wrap(bytes)));
    return this;
  }

  /// A vCPU as QEMU's own note has it.
  public CoreBytes vcpu(long rip, long cr3, long cr4) {
    var note = ByteBuffer.allocate(12 + 8 + 440).order(ByteOrder.LITTLE_ENDIAN);
    note.putInt(5).putInt(440).putInt(0);
    note.put("QEMU\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
    int state = note.position();
    note.putInt(1).putInt(440);
    note.putLong(state + 8 + 6 * 8, 0x140f90);
    note.putLong(state + 8 + 16 * 8, rip);
    note.putLong(state + 392, 0x80010033L);
    note.putLong(state + 392 + 3 * 8, cr3);
    note.putLong(state + 392 + 4 * 8, cr4);
    notes = note.array();
    return this;
  }

  public byte[] bytes() {
    int size = HEADER + SEGMENT * (pieces.size() + 1) + notes.length;
    int at = size;
    for (var piece : pieces) {
      size += piece.bytes.limit();
    }
    var out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x464c457f).put((byte) 2).put((byte) 1).put((byte) 1).position(16);
    out.putShort((short) type).putShort((short) 62).putInt(1);
    out.putLong(0).putLong(HEADER).putLong(0).putInt(0);
    out.putShort((short) HEADER).putShort((short) SEGMENT).putShort((short) (pieces.size() + 1));
    out.position(HEADER);
    segment(out, 4, at - notes.length, 0, notes.length);
    for (var piece : pieces) {
      segment(out, 1, at, piece.physical, piece.bytes.limit());
      at += piece.bytes.limit();
    }
    out.put(notes);
    pieces.forEach(piece -> out.put(piece.bytes.duplicate()));
    return out.array();
  }

  private static void segment(ByteBuffer out, int type, long offset, long physical, long size) {
    out.putInt(type).putInt(0).putLong(offset).putLong(0).putLong(physical);
    out.putLong(size).putLong(size).putLong(0);
  }

  Path in(Path folder) throws IOException {
    return Files.write(folder.resolve("vm.core"), bytes());
  }
}
