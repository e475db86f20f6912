// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the headers and notes of an ELF file of either class and byte order.
public final class ElfReader {

  private static final int MOST_HEADERS = 4 << 20;
  private static final int MOST_NOTES = 1 << 20;
  private static final int MOST_NAME = 200;
  private static final int IDENT = 16;
  private static final int SYSTEM = 7;

  private final FileBytes file;
  private final boolean wide;

  private ElfReader(FileBytes file, boolean wide) {
    this.file = file;
    this.wide = wide;
  }

  public static boolean looksLikeElf(ByteBuffer head) {
    // The magic bytes come first, whatever the byte order.
    return head.remaining() >= IDENT
        && head.get(0) == 0x7f
        && head.get(1) == 'E'
        && head.get(2) == 'L'
        && head.get(3) == 'F';
  }

  /// @throws ImageException where its headers are broken
  public static Elf read(FileBytes file) throws IOException {
    var ident = file.piece("its ELF header", 0, IDENT, IDENT);
    var bits = ident.get(4);
    var order = ident.get(5);
    if (!looksLikeElf(ident) || bits < 1 || bits > 2 || order < 1 || order > 2) {
      throw new ImageException("this is no ELF file");
    }
    file.order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return new ElfReader(file, bits == 2).read();
  }

  private Elf read() throws IOException {
    var header = file.piece("its ELF header", 0, wide ? 64 : 52, 64);
    header.position(IDENT);
    var type = Short.toUnsignedInt(header.getShort());
    var machine = Short.toUnsignedInt(header.getShort());
    header.getInt();
    var entry = address(header);
    var segmentsAt = address(header);
    var sectionsAt = address(header);
    header.getInt();
    header.getShort();
    var segmentSize = Short.toUnsignedInt(header.getShort());
    var segmentCount = Short.toUnsignedInt(header.getShort());
    var sectionSize = Short.toUnsignedInt(header.getShort());
    var sectionCount = Short.toUnsignedInt(header.getShort());
    var segments = segments(segmentsAt, segmentCount, segmentSize);
    var names = Short.toUnsignedInt(header.getShort());
    var sections = sections(sectionsAt, sectionCount, sectionSize, names);
    var notes = notes(segments, sections);
    return new Elf(
        wide ? 64 : 32,
        type,
        Byte.toUnsignedInt(header.get(SYSTEM)),
        machine,
        entry,
        segments,
        sections,
        notes.buildId(),
        notes.pvhEntry());
  }

  private long address(ByteBuffer from) {
    return wide ? from.getLong() : Integer.toUnsignedLong(from.getInt());
  }

  private ByteBuffer table(String what, long at, int count, int size, int least)
      throws IOException {
    if (count == 0) {
      return ByteBuffer.allocate(0);
    }
    if (size < least) {
      throw new ImageException(what + " has entries of " + size + " bytes, which is too few");
    }
    return file.piece(what, at, (long) count * size, MOST_HEADERS);
  }

  private List<Elf.Segment> segments(long at, int count, int size) throws IOException {
    var table = table("its segment table", at, count, size, wide ? 56 : 32);
    var segments = new ArrayList<Elf.Segment>(count);
    for (var i = 0; i < count; i++) {
      table.position(i * size);
      var type = table.getInt();
      if (wide) {
        table.getInt();
      }
      segments.add(
          new Elf.Segment(
              type,
              address(table),
              address(table),
              address(table),
              address(table),
              address(table)));
    }
    return List.copyOf(segments);
  }

  private List<Elf.Section> sections(long at, int count, int size, int naming) throws IOException {
    var table = table("its section table", at, count, size, wide ? 64 : 40);
    var names = names(table, count, size, naming);
    var sections = new ArrayList<Elf.Section>(count);
    for (var i = 0; i < count; i++) {
      table.position(i * size);
      var name = table.getInt();
      var type = table.getInt();
      address(table);
      var address = address(table);
      var offset = address(table);
      var bytes = address(table);
      var link = table.getInt();
      table.getInt();
      address(table);
      sections.add(
          new Elf.Section(text(names, name), type, address, offset, bytes, link, address(table)));
    }
    return List.copyOf(sections);
  }

  /// The section with the others' names. Without it they have none, which only debug information
  /// needs.
  private ByteBuffer names(ByteBuffer table, int count, int size, int naming) throws IOException {
    if (naming <= 0 || naming >= count) {
      return ByteBuffer.allocate(0);
    }
    table.position(naming * size + (wide ? 24 : 16));
    var offset = address(table);
    var length = address(table);
    return fits(offset, length)
        ? file.piece("its section names", offset, length, MOST_NOTES)
        : ByteBuffer.allocate(0);
  }

  private static String text(ByteBuffer names, int at) {
    var text = new StringBuilder();
    for (int i = at; i >= 0 && i < names.limit() && names.get(i) != 0; i++) {
      if (text.length() == MOST_NAME) {
        return "";
      }
      text.append((char) Byte.toUnsignedInt(names.get(i)));
    }
    return text.toString();
  }

  /// Notes lie in segments; a file of symbols only may have them in sections alone. One that cannot
  /// be read is left out, since an image boots without it.
  private ElfNotes notes(List<Elf.Segment> segments, List<Elf.Section> sections)
      throws IOException {
    var found = new ElfNotes(Optional.empty(), Optional.empty());
    for (var segment : segments) {
      if (segment.type() == Elf.PT_NOTE && fits(segment.offset(), segment.fileSize())) {
        found = found.and(note(segment.offset(), segment.fileSize()));
      }
    }
    for (var section : sections) {
      if (section.type() == Elf.SHT_NOTE && fits(section.offset(), section.size())) {
        found = found.and(note(section.offset(), section.size()));
      }
    }
    return found;
  }

  private boolean fits(long offset, long length) {
    return length >= 0 && length <= MOST_NOTES && offset >= 0 && offset <= file.size() - length;
  }

  private ElfNotes note(long offset, long length) throws IOException {
    return ElfNotes.read(file.piece("its notes", offset, length, MOST_NOTES));
  }
}
