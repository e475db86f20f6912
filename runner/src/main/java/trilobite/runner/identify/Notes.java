// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import trilobite.runner.image.Elf;
import trilobite.runner.image.FileBytes;

/// The notes of an ELF file, as far as they can be read. Layout: System V ABI, chapter 5.
///
/// @param all in file order, at most 200
record Notes(List<Note> all) {

  private static final int MOST = 200;
  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_CONTENT = 8192;

  /// @param content little- or big-endian as its file is
  record Note(String owner, int type, ByteBuffer content) {}

  static Notes of(FileBytes file, Elf elf) throws IOException {
    var notes = new ArrayList<Note>();
    for (var segment : elf.segments()) {
      if (segment.type() == Elf.PT_NOTE) {
        read(file.from(segment.offset(), bound(segment.fileSize())), notes);
      }
    }
    if (notes.isEmpty()) {
      for (var section : elf.sections()) {
        if (section.type() == Elf.SHT_NOTE) {
          read(file.from(section.offset(), bound(section.size())), notes);
        }
      }
    }
    return new Notes(notes);
  }

  private static int bound(long size) {
    return Math.clamp(size, 0, MOST_BYTES);
  }

  private static void read(ByteBuffer from, List<Note> into) {
    while (from.remaining() >= 12 && into.size() < MOST) {
      var nameLength = Integer.toUnsignedLong(from.getInt());
      var length = Integer.toUnsignedLong(from.getInt());
      var type = from.getInt();
      var nameSpace = (nameLength + 3) & ~3L;
      if (nameSpace + length > from.remaining()) {
        return;
      }
      var name = new byte[(int) Math.min(nameLength, 32)];
      from.get(from.position(), name);
      var at = from.position() + (int) nameSpace;
      var content = from.slice(at, (int) Math.min(length, MOST_CONTENT)).order(from.order());
      into.add(new Note(owner(name), type, content));
      from.position((int) Math.min(at + ((length + 3) & ~3L), from.limit()));
    }
  }

  private static String owner(byte[] name) {
    var text = new String(name, StandardCharsets.ISO_8859_1);
    var end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  Optional<Note> find(String owner, int type) {
    return all.stream().filter(note -> note.owner.equals(owner) && note.type == type).findFirst();
  }

  Set<String> owners() {
    return all.stream().map(Note::owner).collect(Collectors.toSet());
  }
}
