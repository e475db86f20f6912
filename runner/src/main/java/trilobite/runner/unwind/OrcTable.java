// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.unwind;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trilobite.model.type.Type;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.ThreadLayout;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.RouteParser;

/// Linux's own tables for its unwinder: for each stretch of code, where the caller's stack and its
/// frame pointer are. One table has a 32-bit distance from each place in it to the code, in the
/// code's order; the other the entries. Layout: arch/x86/include/asm/orc_types.h and
/// arch/x86/kernel/unwind_orc.c of Linux 6.1; the members and their bits are those that the
/// kernel's types tell. Safe from any thread.
public final class OrcTable {

  /// A distribution's kernel has less than a million.
  private static final int MOST = 1 << 24;

  private static final int MOST_SIZE = 64;
  private static final int BITS = 9;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final long addresses;
  private final int count;
  private final long entries;
  private final int size;
  private final Members members;

  /// The newest answers, since the kernel's code and its tables do not change: threads stand in the
  /// same few places.
  private final @Nullable Found[] newest = new Found[1 << BITS];

  private record Found(long address, Entry entry) {}

  /// What a build's entry consists of.
  ///
  /// @param end absent since Linux 6.4, whose kinds of entry have other numbers
  private record Members(
      NumberAt spOffset,
      NumberAt spBase,
      NumberAt bpOffset,
      NumberAt bpBase,
      NumberAt type,
      Optional<NumberAt> end,
      Optional<NumberAt> signal) {}

  /// What lies above a frame.
  enum Kind {
    /// A return address.
    CALL,
    /// All registers of what was interrupted.
    REGISTERS,
    /// Those that the processor itself saves.
    INTERRUPT,
    /// Nothing: it is the outermost.
    END,
    UNKNOWN
  }

  /// @param spBase number of the register that the caller's stack is told from
  /// @param bpBase and the one that its frame pointer is
  /// @param signal true where the frame above was interrupted
  record Entry(int spOffset, int spBase, int bpOffset, int bpBase, Kind kind, boolean signal) {}

  private static final Entry NOTHING = new Entry(0, 0, 0, 0, Kind.UNKNOWN, false);

  private OrcTable(long addresses, int count, long entries, int size, Members members) {
    this.addresses = addresses;
    this.count = count;
    this.entries = entries;
    this.size = size;
    this.members = members;
  }

  /// @throws PathException where the build has no such tables; says what is missing
  public static OrcTable of(Program program, ThreadLayout.Unwind told) throws PathException {
    long begin = program.address(told.addresses());
    long count = (program.address(told.end()) - begin) / Integer.BYTES;
    var entry = program.type(told.entry());
    long size = program.types().size(entry);
    if (count <= 0 || count > MOST || size <= 0 || size > MOST_SIZE) {
      throw new PathException("%s has no table for %d bytes each".formatted(told.end(), size));
    }
    return new OrcTable(
        begin,
        (int) count,
        program.address(told.entries()),
        (int) size,
        new Members(
            number(program, entry, "sp_offset"),
            number(program, entry, "sp_reg"),
            number(program, entry, "bp_offset"),
            number(program, entry, "bp_reg"),
            number(program, entry, "type"),
            known(program, entry, "end"),
            known(program, entry, "signal")));
  }

  private static NumberAt number(Program program, Type entry, String member) throws PathException {
    return NumberAt.of(program.types(), RouteParser.compile(program.types(), entry, member));
  }

  private static Optional<NumberAt> known(Program program, Type entry, String member) {
    try {
      return Optional.of(number(program, entry, member));
    } catch (PathException e) {
      return Optional.empty();
    }
  }

  /// The entry for an address of code. An address that no code is at has one, too.
  Entry at(Memory memory, long address) throws IOException {
    int slot = (int) ((address * SPREAD) >>> (Long.SIZE - BITS));
    var known = newest[slot];
    if (known == null || known.address != address) {
      int index = find(memory, address);
      known = new Found(address, index < 0 ? NOTHING : read(memory, index));
      newest[slot] = known;
    }
    return known.entry;
  }

  /// Index of the last entry whose code begins at or before the address; −1 where none does.
  private int find(Memory memory, long address) throws IOException {
    int low = 0;
    int high = count - 1;
    int found = -1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long at = addresses + (long) middle * Integer.BYTES;
      if (Long.compareUnsigned(at + memory.read(at, Integer.BYTES).getInt(0), address) <= 0) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }

  private Entry read(Memory memory, int index) throws IOException {
    long at = entries + (long) index * size;
    var bytes = memory.read(at, size);
    return new Entry(
        (int) members.spOffset.read(memory, at, bytes),
        (int) members.spBase.read(memory, at, bytes),
        (int) members.bpOffset.read(memory, at, bytes),
        (int) members.bpBase.read(memory, at, bytes),
        kind(members, memory, at, bytes),
        members.signal.isPresent() && members.signal.get().read(memory, at, bytes) != 0);
  }

  /// UNWIND_HINT_TYPE_… of include/linux/objtool.h of Linux 6.1; ORC_TYPE_… of
  /// arch/x86/include/asm/orc_types.h since 6.4, with one for the end in place of the member.
  private static Kind kind(Members members, Memory memory, long at, ByteBuffer bytes)
      throws IOException {
    int type = (int) members.type.read(memory, at, bytes);
    if (members.end.isPresent()) {
      boolean outermost =
          members.spBase.read(memory, at, bytes) == 0
              && members.end.get().read(memory, at, bytes) != 0;
      type = outermost ? 1 : type + 2;
    }
    return switch (type) {
      case 1 -> Kind.END;
      case 2 -> Kind.CALL;
      case 3 -> Kind.REGISTERS;
      case 4 -> Kind.INTERRUPT;
      default -> Kind.UNKNOWN;
    };
  }
}
