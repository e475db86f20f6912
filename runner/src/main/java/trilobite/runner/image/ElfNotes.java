// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// The notes that matter: the linker's build-id and the entry point for PVH boot.
record ElfNotes(Optional<String> buildId, Optional<Long> pvhEntry) {

  private static final int GNU_BUILD_ID = 3;
  private static final int XEN_PHYS32_ENTRY = 18;
  private static final int MOST_BUILD_ID = 64;

  /// Notes of one segment: name length, content length, type, then both, each padded to 4 bytes.
  /// What does not fit ends the reading.
  static ElfNotes read(ByteBuffer notes) {
    var found = new ElfNotes(Optional.empty(), Optional.empty());
    while (notes.remaining() >= 12) {
      var nameLength = Integer.toUnsignedLong(notes.getInt());
      var length = Integer.toUnsignedLong(notes.getInt());
      var type = notes.getInt();
      if (padded(nameLength) + length > notes.remaining()) {
        break;
      }
      var at = notes.position();
      var name = name(notes, (int) nameLength);
      var content = notes.slice(at + (int) padded(nameLength), (int) length).order(notes.order());
      found = found.and(one(name, type, content));
      var next = at + padded(nameLength) + padded(length);
      notes.position((int) Math.min(next, notes.limit()));
    }
    return found;
  }

  private static ElfNotes one(String name, int type, ByteBuffer content) {
    if (name.equals("GNU") && type == GNU_BUILD_ID && content.remaining() <= MOST_BUILD_ID) {
      var id = new byte[content.remaining()];
      content.get(id);
      return new ElfNotes(Optional.of(HexFormat.of().formatHex(id)), Optional.empty());
    }
    if (name.equals("Xen") && type == XEN_PHYS32_ENTRY && content.remaining() >= 4) {
      var entry = content.remaining() >= 8 ? content.getLong() : content.getInt() & 0xffff_ffffL;
      return new ElfNotes(Optional.empty(), Optional.of(entry));
    }
    return new ElfNotes(Optional.empty(), Optional.empty());
  }

  private static String name(ByteBuffer notes, int length) {
    var bytes = new byte[Math.min(length, 16)];
    notes.get(notes.position(), bytes);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private static long padded(long length) {
    return (length + 3) & ~3L;
  }

  /// What this one has, else what the other has.
  ElfNotes and(ElfNotes other) {
    return new ElfNotes(buildId.or(other::buildId), pvhEntry.or(other::pvhEntry));
  }
}
