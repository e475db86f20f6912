// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.type.Types;
import trilobite.runner.debug.Wanted;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.Memory;
import trilobite.runner.memory.Paging;
import trilobite.runner.memory.VirtualMemory;

/// A Linux kernel that runs, known by what it carries in its memory. Wherever it was loaded: the
/// distance between its symbols' addresses and the place of its types in RAM says so.
///
/// @param memory its view of memory, by its own page tables and not those of a program
public record LinuxKernel(SymbolTable symbols, Memory memory, Btf btf) {

  private static final int WINDOW = 10 << 20;
  private static final int BEHIND = 3 << 20;
  private static final int MOST_TRIES = 64;
  private static final int MOST_SIZE = 1 << 20;

  /// The types of names, by the kernel's own.
  public Types types(Wanted wanted) throws IOException {
    return BtfTypes.of(btf, wanted);
  }

  /// Looks through touched RAM for a kernel. Takes a second for a gigabyte.
  ///
  /// @param image file that it was booted from, for messages
  /// @return empty where none has come that far
  public static Optional<LinuxKernel> find(GuestRam ram, Path image) throws IOException {
    var places = KernelScan.of(ram);
    for (long digits : places.digits().stream().limit(MOST_TRIES).toList()) {
      var symbols = symbols(ram, digits);
      // An unpacked image lies about in RAM, too, with symbols for another place.
      for (long types :
          symbols.named.containsKey("__start_BTF") ? places.types() : List.<Long>of()) {
        var found = kernel(ram, image, symbols, types);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /// A kernel's symbols.
  ///
  /// @param all those included that share a name
  private record Table(Map<String, Symbol> named, List<Symbol> all) {}

  private static Table symbols(GuestRam ram, long digits) throws IOException {
    long from = Math.max(0, digits - WINDOW + BEHIND) & -8L;
    int length = WINDOW;
    while (length > 1 << 16 && !ram.holds(from, length)) {
      length /= 2;
    }
    var bytes = new byte[length];
    ram.read(from, bytes, 0, length);
    try {
      return symbols(
          Kallsyms.read(
              ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN),
              (int) (digits - from)));
    } catch (NoKernelException e) {
      return new Table(Map.of(), List.of());
    }
  }

  /// Sizes are not kept, so each symbol reaches to the next. Names that several files have are left
  /// out, as everywhere.
  private static Table symbols(List<Kallsyms.Entry> entries) {
    var sorted = new ArrayList<>(entries);
    sorted.sort((a, b) -> Long.compareUnsigned(a.address(), b.address()));
    var symbols = new HashMap<String, Symbol>();
    var all = new ArrayList<Symbol>();
    var twice = new HashSet<String>();
    for (int i = 0; i < sorted.size(); i++) {
      var entry = sorted.get(i);
      long size = i + 1 < sorted.size() ? sorted.get(i + 1).address() - entry.address() : 0;
      boolean global = Character.isUpperCase(entry.kind());
      var symbol =
          new Symbol(
              entry.name(), entry.address(), size < 0 || size > MOST_SIZE ? 0 : size, global);
      if (symbol.size() > 0) {
        all.add(symbol);
      }
      var held = symbols.get(entry.name());
      if (held == null || (global && !held.global())) {
        symbols.put(entry.name(), symbol);
      } else if (!global && !held.global()) {
        twice.add(entry.name());
      }
    }
    symbols.values().removeIf(symbol -> !symbol.global() && twice.contains(symbol.name()));
    return new Table(symbols, all);
  }

  private static Optional<LinuxKernel> kernel(GuestRam ram, Path image, Table table, long types)
      throws IOException {
    var symbols = table.named;
    var start = symbols.get("__start_BTF");
    var root = symbols.get("init_top_pgt");
    var first = symbols.get("init_task");
    if (start == null || root == null || first == null) {
      return Optional.empty();
    }
    long shift = types - start.address();
    try {
      var memory = new VirtualMemory(ram, paging(ram, symbols, root.address() + shift, shift));
      var header = ram.read(types, Btf.HEADER);
      var bytes = new byte[(int) Btf.length(header)];
      ram.read(types, bytes, 0, bytes.length);
      var btf = Btf.read(ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN));
      // The kernel's own tables must lead to the very place.
      if (memory.word(start.address()) != ram.word(types)
          || memory.word(first.address() + 8) != ram.word(first.address() + shift + 8)
          || memory.physical(start.address()) != types) {
        return Optional.empty();
      }
      var code = CodeSymbols.of(table.all);
      var known = new SymbolTable(image, Optional.empty(), Map.copyOf(symbols), 0, code);
      return Optional.of(new LinuxKernel(known, memory, btf));
    } catch (trilobite.runner.memory.MemoryException | NoKernelException e) {
      return Optional.empty();
    }
  }

  private static Paging paging(GuestRam ram, Map<String, Symbol> symbols, long root, long shift)
      throws IOException {
    // arch/x86/mm/pgtable.c and arch/x86/kernel/head64.c: set where five levels are in use.
    var five = symbols.get("__pgtable_l5_enabled");
    boolean deep = five != null && ram.read(five.address() + shift, 4).getInt(0) != 0;
    return new Paging(deep ? Paging.Mode.FIVE_LEVELS : Paging.Mode.FOUR_LEVELS, root);
  }
}
