// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Writes small ELF files byte by byte: header, a load segment, notes, symbols.
public final class ElfBuilder {

  private static final int SPACE = 1 << 16;

  private record Sym(String name, long value, long size, int info, int section) {}

  private record Note(String name, int type, ByteBuffer content) {}

  private final boolean wide;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private int machine = 62;
  private boolean loads = true;
  private byte[] payload = new byte[0];
  private final List<Sym> symbols = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  public ElfBuilder(int bits) {
    this.wide = bits == 64;
  }

  public ElfBuilder machine(int number, ByteOrder byteOrder) {
    machine = number;
    order = byteOrder;
    return this;
  }

  public ElfBuilder loadsNothing() {
    loads = false;
    return this;
  }

  public ElfBuilder payload(byte[] bytes) {
    payload = bytes;
    return this;
  }

  public ElfBuilder global(String name, long value, long size) {
    symbols.add(new Sym(name, value, size, 0x11, 1));
    return this;
  }

  public ElfBuilder function(String name, long value, long size) {
    symbols.add(new Sym(name, value, size, 0x12, 1));
    return this;
  }

  public ElfBuilder local(String name, long value) {
    symbols.add(new Sym(name, value, 4, 0x01, 1));
    return this;
  }

  public ElfBuilder undefined(String name) {
    symbols.add(new Sym(name, 0, 0, 0x10, 0));
    return this;
  }

  public ElfBuilder buildId(String hex) {
    notes.add(new Note("GNU", 3, ByteBuffer.wrap(HexFormat.of().parseHex(hex))));
    return this;
  }

  public ElfBuilder pvh(int entry) {
    var content = ByteBuffer.allocate(4).order(order).putInt(entry);
    notes.add(new Note("Xen", 18, content.flip()));
    return this;
  }

  /// Any note, such as one of a kernel's own.
  public ElfBuilder note(String owner, int type, ByteBuffer content) {
    notes.add(new Note(owner, type, content));
    return this;
  }

  public Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  public byte[] bytes() {
    var out = ByteBuffer.allocate(SPACE).order(order);
    out.position(wide ? 64 : 52);
    var payloadAt = out.position();
    out.put(payload);
    align(out);
    var notesAt = out.position();
    for (var note : notes) {
      out.putInt(note.name.length() + 1).putInt(note.content.remaining()).putInt(note.type);
      out.put((note.name + "\0").getBytes(StandardCharsets.US_ASCII));
      align(out);
      out.put(note.content.duplicate());
      align(out);
    }
    var notesSize = out.position() - notesAt;
    var names = ByteBuffer.allocate(SPACE).put((byte) 0);
    var symbolsAt = out.position();
    symbol(out, 0, new Sym("", 0, 0, 0, 0));
    for (var symbol : symbols) {
      var at = names.position();
      names.put((symbol.name + "\0").getBytes(StandardCharsets.UTF_8));
      symbol(out, at, symbol);
    }
    var symbolsSize = out.position() - symbolsAt;
    var namesAt = out.position();
    out.put(names.flip());
    var namesSize = out.position() - namesAt;
    align(out);
    var segmentsAt = out.position();
    segment(out, loads ? 1 : 0, payloadAt, payload.length);
    segment(out, 4, notesAt, notesSize);
    var sectionsAt = out.position();
    section(out, 0, 0, 0, 0);
    section(out, 2, symbolsAt, symbolsSize, 2);
    section(out, 3, namesAt, namesSize, 0);
    var end = out.position();
    header(out.position(0), segmentsAt, sectionsAt);
    var bytes = new byte[end];
    out.get(0, bytes);
    return bytes;
  }

  private void header(ByteBuffer out, int segmentsAt, int sectionsAt) {
    out.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1)});
    out.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2)).put((byte) 1).position(16);
    out.putShort((short) 2).putShort((short) machine).putInt(1);
    address(out, 0x100000);
    address(out, segmentsAt);
    address(out, sectionsAt);
    out.putInt(0).putShort((short) (wide ? 64 : 52));
    out.putShort((short) (wide ? 56 : 32)).putShort((short) 2);
    out.putShort((short) (wide ? 64 : 40)).putShort((short) 3).putShort((short) 0);
  }

  private void segment(ByteBuffer out, int type, int at, int size) {
    out.putInt(type);
    if (wide) {
      out.putInt(5);
    }
    address(out, at);
    address(out, 0x100000);
    address(out, 0x100000);
    address(out, size);
    address(out, size);
    if (!wide) {
      out.putInt(5);
    }
    address(out, 4096);
  }

  private void section(ByteBuffer out, int type, int at, int size, int link) {
    out.putInt(0).putInt(type);
    address(out, 0);
    address(out, 0);
    address(out, at);
    address(out, size);
    out.putInt(link).putInt(0);
    address(out, 8);
    address(out, wide ? 24 : 16);
  }

  private void symbol(ByteBuffer out, int name, Sym symbol) {
    out.putInt(name);
    if (wide) {
      out.put((byte) symbol.info).put((byte) 0).putShort((short) symbol.section);
      out.putLong(symbol.value).putLong(symbol.size);
    } else {
      out.putInt((int) symbol.value).putInt((int) symbol.size);
      out.put((byte) symbol.info).put((byte) 0).putShort((short) symbol.section);
    }
  }

  private void address(ByteBuffer out, long value) {
    if (wide) {
      out.putLong(value);
    } else {
      out.putInt((int) value);
    }
  }

  private static void align(ByteBuffer out) {
    out.position((out.position() + 3) & ~3);
  }
}
