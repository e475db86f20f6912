// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import trilobite.runner.image.Elf;
import trilobite.runner.image.ElfReader;
import trilobite.runner.image.FileBytes;
import trilobite.runner.memory.GuestRam.Stretch;

/// What stands before the memory in an ELF core: the header, the list of its pieces, and each
/// vCPU's registers in notes. Header and notes are QEMU's own. Layout: System V ABI, chapter 4 and
/// 5.
final class CoreHead {

  private static final int MOST_NOTES = 4 << 20;
  private static final int BIG = 2;
  private static final int ORDER_AT = 5;
  private static final int PAGE = 4096;

  private final ByteOrder order;
  private final int bits;
  private final byte[] header;
  private final byte[] notes;

  /// @param order of the guest's bytes, for all numbers in it
  /// @param bits 32 or 64
  CoreHead(ByteOrder order, int bits, byte[] header, byte[] notes) {
    this.order = order;
    this.bits = bits;
    this.header = header.clone();
    this.notes = notes.clone();
  }

  /// Takes it from a core that QEMU wrote.
  static CoreHead read(Path core) throws IOException {
    try (var bytes = new FileBytes(core)) {
      var elf = ElfReader.read(bytes);
      int size = elf.bits() == 64 ? 64 : 52;
      var header = bytes.piece("its header", 0, size, size).array();
      var order = header[ORDER_AT] == BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      return new CoreHead(order, elf.bits(), header, notes(elf, bytes));
    }
  }

  private static byte[] notes(Elf elf, FileBytes bytes) throws IOException {
    for (var segment : elf.segments()) {
      if (segment.type() == Elf.PT_NOTE) {
        return bytes.piece("its notes", segment.offset(), segment.fileSize(), MOST_NOTES).array();
      }
    }
    throw new IOException("QEMU told no registers.");
  }

  /// How long it is before so many pieces, in whole pages.
  long length(int pieces) {
    long bytes = header.length + (long) entry() * (pieces + 1) + notes.length;
    return (bytes + PAGE - 1) / PAGE * PAGE;
  }

  /// All of it, for memory that follows piece by piece.
  ByteBuffer before(List<Stretch> memory) {
    var out = ByteBuffer.allocate(Math.toIntExact(length(memory.size()))).order(order);
    out.put(header);
    if (bits == 64) {
      out.putLong(32, header.length).putLong(40, 0);
      counts(out, 54, memory.size() + 1);
    } else {
      out.putInt(28, header.length).putInt(32, 0);
      counts(out, 42, memory.size() + 1);
    }
    long notesAt = header.length + (long) entry() * (memory.size() + 1);
    entry(out, Elf.PT_NOTE, notesAt, 0, notes.length);
    long at = out.limit();
    for (var piece : memory) {
      entry(out, Elf.PT_LOAD, at, piece.address(), piece.length());
      at += piece.length();
    }
    out.put(notes);
    return out.position(0);
  }

  private int entry() {
    return bits == 64 ? 56 : 32;
  }

  /// The list has so many entries; sections there are none.
  private void counts(ByteBuffer out, int at, int entries) {
    out.putShort(at, (short) entry()).putShort(at + 2, (short) entries);
    out.putShort(at + 6, (short) 0).putShort(at + 8, (short) 0);
  }

  private void entry(ByteBuffer out, int type, long offset, long physical, long size) {
    if (bits == 64) {
      out.putInt(type).putInt(0).putLong(offset).putLong(0).putLong(physical);
      out.putLong(size).putLong(size).putLong(0);
    } else {
      // A guest with memory from 4 GiB on is told of in 64 bits.
      out.putInt(type).putInt((int) offset).putInt(0).putInt((int) physical);
      out.putInt((int) size).putInt((int) size).putInt(0).putInt(0);
    }
  }
}
