// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The named functions and variables of an image. Immutable.
///
/// @param file where the symbols were read
/// @param buildId of that file
/// @param linked address for which its first segment was linked
/// @param code its functions, those included that share a name
public record SymbolTable(
    Path file,
    Optional<String> buildId,
    Map<String, Symbol> symbols,
    long linked,
    CodeSymbols code) {

  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_NAME = 4096;
  private static final int OBJECT = 1;
  private static final int FUNCTION = 2;
  private static final int GLOBAL = 1;
  private static final int WEAK = 2;

  /// Reads the symbols of an image or, where it was stripped, of a debug file beside it: the
  /// image's name with `.dbg` or `.debug`. Such a file counts only with the same build-id.
  ///
  /// @throws IOException where the image is no ELF file or is broken
  public static SymbolTable read(Path image) throws IOException {
    var own = readOne(image);
    if (!own.symbols.isEmpty()) {
      return own;
    }
    for (var ending : List.of(".dbg", ".debug")) {
      var beside = image.resolveSibling(image.getFileName() + ending);
      if (Files.isRegularFile(beside)) {
        var other = readOne(beside);
        if (own.buildId.isEmpty() || own.buildId.equals(other.buildId)) {
          return other;
        }
      }
    }
    return own;
  }

  private static SymbolTable readOne(Path file) throws IOException {
    try (var bytes = new FileBytes(file)) {
      var elf = ElfReader.read(bytes);
      var symbols = new HashMap<String, Symbol>();
      var code = new ArrayList<Symbol>();
      for (var section : elf.sections()) {
        if (section.type() == Elf.SHT_SYMTAB) {
          collect(bytes, elf, section, symbols, code);
        }
      }
      return new SymbolTable(
          file, elf.buildId(), Map.copyOf(symbols), linked(elf), CodeSymbols.of(code));
    }
  }

  /// The symbol of that name. Where several object files have one of their own, none of them is
  /// meant, unless a global one is among them.
  public Optional<Symbol> find(String name) {
    return Optional.ofNullable(symbols.get(name));
  }

  /// The same symbols in a guest that has the file's first segment at `base`.
  public SymbolTable loadedAt(long base) {
    var moved = new HashMap<String, Symbol>();
    symbols.forEach((name, symbol) -> moved.put(name, symbol.moved(base - linked)));
    return new SymbolTable(file, buildId, Map.copyOf(moved), base, code.moved(base - linked));
  }

  /// These symbols, and the functions of another image that the same guest holds, such as the
  /// program that a kernel runs. Names are looked up here alone.
  public SymbolTable beside(SymbolTable other) {
    return beside(_ -> Optional.of(other.code));
  }

  /// The same, of an image that may be found later.
  public SymbolTable beside(CodeSymbols.Others others) {
    return new SymbolTable(file, buildId, symbols, linked, code.beside(others));
  }

  /// How far the file's addresses lie from those of this table.
  public long movedBy() throws IOException {
    try (var bytes = new FileBytes(file)) {
      return linked - linked(ElfReader.read(bytes));
    }
  }

  private static long linked(Elf elf) {
    return elf.segments().stream()
        .filter(segment -> segment.type() == Elf.PT_LOAD)
        .mapToLong(Elf.Segment::virtual)
        .boxed()
        .min(Long::compareUnsigned)
        .orElse(0L);
  }

  private static void collect(
      FileBytes file, Elf elf, Elf.Section section, Map<String, Symbol> into, List<Symbol> code)
      throws IOException {
    if (section.link() <= 0 || section.link() >= elf.sections().size()) {
      throw new ImageException("its symbol table names no table of names");
    }
    var naming = elf.sections().get(section.link());
    var names = file.piece("its table of names", naming.offset(), naming.size(), MOST_BYTES);
    var table = file.piece("its symbol table", section.offset(), section.size(), MOST_BYTES);
    var size = elf.bits() == 64 ? 24 : 16;
    var ambiguous = new HashSet<String>();
    while (table.remaining() >= size) {
      var raw = Raw.next(table, elf.bits() == 64);
      if (raw.named()) {
        var name = name(names, raw.name);
        var symbol = new Symbol(name, raw.value, raw.size, raw.global());
        if (raw.function()) {
          code.add(symbol);
        }
        RustNames.path(name)
            .ifPresent(
                path ->
                    into.putIfAbsent(
                        path, new Symbol(path, symbol.address(), symbol.size(), true)));
        var held = into.get(name);
        if (held == null || (raw.global() && !held.global())) {
          into.put(name, symbol);
        } else if (!raw.global() && !held.global()) {
          ambiguous.add(name);
        }
      }
    }
    into.values().removeIf(symbol -> !symbol.global() && ambiguous.contains(symbol.name()));
  }

  private static String name(ByteBuffer names, int at) {
    if (at < 0 || at >= names.limit()) {
      return "";
    }
    var end = at;
    while (end < names.limit() && end - at < MOST_NAME && names.get(end) != 0) {
      end++;
    }
    var bytes = new byte[end - at];
    names.get(at, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// An entry as it lies in the file: the two classes order its fields differently.
  private record Raw(int name, int info, int section, long value, long size) {

    static Raw next(ByteBuffer table, boolean wide) {
      var name = table.getInt();
      if (wide) {
        var info = Byte.toUnsignedInt(table.get());
        table.get();
        var section = Short.toUnsignedInt(table.getShort());
        return new Raw(name, info, section, table.getLong(), table.getLong());
      }
      var value = Integer.toUnsignedLong(table.getInt());
      var size = Integer.toUnsignedLong(table.getInt());
      var info = Byte.toUnsignedInt(table.get());
      table.get();
      return new Raw(name, info, Short.toUnsignedInt(table.getShort()), value, size);
    }

    /// Defined here, and a function, a variable, or written by hand without a type.
    boolean named() {
      var type = info & 0xf;
      return section != 0 && name != 0 && (type == 0 || type == OBJECT || type == FUNCTION);
    }

    boolean function() {
      return (info & 0xf) == FUNCTION;
    }

    boolean global() {
      return info >> 4 == GLOBAL || info >> 4 == WEAK;
    }
  }
}
