// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.unwind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Int;
import trilobite.model.type.Type.Member;
import trilobite.model.type.Type.Struct;
import trilobite.model.type.Types;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.ThreadLayout.Unwind;
import trilobite.runner.value.PathException;

/// A kernel with a function at every 0x100 bytes of code, their entries, and one stack.
final class TinyOrc {

  static final long CODE = 0xffffffff81000000L;
  static final long ADDRESSES = 0xffffffff82000000L;
  static final long ENTRIES = ADDRESSES + 0x400;
  static final long STACK = ADDRESSES + 0x1000;
  static final int STACK_SIZE = 0x1000;
  static final int SIZE = 6;
  static final int MOST = 16;

  final FakeRam ram = new FakeRam(ADDRESSES, 0x2000);
  private final OrcTable table;
  private int functions;

  /// @param since64 as the entries are since Linux 6.4
  TinyOrc(boolean since64) throws PathException {
    table = table(since64);
    for (int i = 0; i < MOST; i++) {
      long at = ADDRESSES + i * 4L;
      ram.ints(at, (int) (CODE + i * 0x100L - at));
    }
  }

  static OrcTable table(boolean since64) throws PathException {
    var half = new Int("short", 2, false);
    var word = new Int("unsigned int", 4, true);
    var members =
        new ArrayList<>(
            List.of(
                new Member("sp_offset", 0, 0, half),
                new Member("bp_offset", 16, 0, half),
                new Member("sp_reg", 32, 4, word),
                new Member("bp_reg", 36, 4, word),
                new Member("type", 40, since64 ? 3 : 2, word)));
    members.add(new Member(since64 ? "signal" : "end", since64 ? 43 : 42, 1, word));
    Map<String, Type> entry = Map.of("struct orc_entry", new Struct(SIZE, false, members));
    var symbols = new ArrayList<Symbol>();
    symbols.add(new Symbol("begin", ADDRESSES, 4, true));
    symbols.add(new Symbol("end", ADDRESSES + MOST * 4, 4, true));
    symbols.add(new Symbol("entries", ENTRIES, 4, true));
    var named = new java.util.HashMap<String, Symbol>();
    symbols.forEach(symbol -> named.put(symbol.name(), symbol));
    return OrcTable.of(
        Program.of(
            new SymbolTable(
                Path.of("vmlinux"), Optional.empty(), named, 0, CodeSymbols.of(List.of())),
            new Types(entry, Map.of(), true)),
        new Unwind("begin", "end", "entries", "struct orc_entry"));
  }

  /// The next function's entry; says where the function begins.
  long function(int spOffset, int spBase, int bpOffset, int bpBase, int rest) {
    long at = ENTRIES + (long) functions * SIZE;
    ram.shorts(at, spOffset, bpOffset, spBase | bpBase << 4 | rest << 8);
    return CODE + functions++ * 0x100L;
  }

  OrcWalk walk(long rip, long rsp, long rbp, boolean exact) {
    return walk(table, ram, rip, rsp, rbp, exact);
  }

  static OrcWalk walk(OrcTable table, Memory memory, long rip, long rsp, long rbp, boolean exact) {
    return new OrcWalk(
        table,
        new OrcWalk.Stack(memory, STACK, STACK + STACK_SIZE),
        Map.of("rip", rip, "rsp", rsp, "rbp", rbp),
        exact);
  }
}
