// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import trilobite.runner.image.Elf;
import trilobite.runner.image.ElfReader;
import trilobite.runner.image.FileBytes;
import trilobite.runner.memory.Memory;
import trilobite.runner.memory.MemoryException;
import trilobite.runner.memory.PageMap;
import trilobite.runner.profile.Profile.Moves;

/// Finds where a program lies that was not loaded where it was linked for: pieces of its first
/// segment, which is code, are looked for in what the page tables map. Some of them may differ,
/// since a program that is moved has addresses corrected.
///
/// @param offset of the first segment's begin in its page
/// @param pieces of the first segment
record Placement(int offset, List<Piece> pieces) {

  private static final int PAGE = MappedPages.PAGE;
  private static final int LENGTH = 32;
  private static final int MOST_PIECES = 64;
  private static final int LEAST_PIECES = 4;

  /// So many pieces in four must be the same.
  private static final int SAME_OF_FOUR = 3;

  /// Pages that are looked at: 4 GiB of them.
  private static final int MOST_PAGES = 1 << 20;

  /// @param at offset from the segment's begin
  record Piece(long at, ByteBuffer bytes) {}

  /// @throws IOException where the file cannot be read, or is too small to be known again
  static Placement of(Path file) throws IOException {
    try (var bytes = new FileBytes(file)) {
      var first =
          ElfReader.read(bytes).segments().stream()
              .filter(segment -> segment.type() == Elf.PT_LOAD)
              .min(Comparator.comparing(Elf.Segment::virtual, Long::compareUnsigned))
              .orElseThrow(() -> new IOException(file.getFileName() + " loads nothing"));
      var pieces = new ArrayList<Piece>();
      long step = Math.max(LENGTH, first.fileSize() / MOST_PIECES / LENGTH * LENGTH);
      for (long at = 0;
          at + LENGTH <= first.fileSize() && pieces.size() < MOST_PIECES;
          at += step) {
        var piece = bytes.from(first.offset() + at, LENGTH);
        if (piece.remaining() == LENGTH && !same(piece)) {
          pieces.add(new Piece(at, piece));
        }
      }
      if (pieces.size() < LEAST_PIECES) {
        throw new IOException(file.getFileName() + " is too small to be found in memory");
      }
      return new Placement((int) (first.virtual() & (PAGE - 1)), List.copyOf(pieces));
    }
  }

  /// Padding is like that, and stands everywhere.
  private static boolean same(ByteBuffer piece) {
    for (int i = 1; i < LENGTH; i++) {
      if (piece.get(i) != piece.get(0)) {
        return false;
      }
    }
    return true;
  }

  /// Address of the first segment; empty where it is not there, or not yet.
  ///
  /// @param memory by virtual address
  OptionalLong find(PageMap map, Memory memory, Moves within) throws IOException {
    return new MappedPages(map, within, MOST_PAGES)
        .first(
            page ->
                readable(memory, page + offset) && here(memory, page + offset)
                    ? OptionalLong.of(page + offset)
                    : OptionalLong.empty());
  }

  /// Tables may map what is no RAM: such a page is told by one reading, not by that of each piece.
  private static boolean readable(Memory memory, long address) throws IOException {
    try {
      memory.read(address, 1);
      return true;
    } catch (MemoryException e) {
      return false;
    }
  }

  private boolean here(Memory memory, long base) throws IOException {
    int wrong = 0;
    for (var piece : pieces) {
      if (!stands(memory, base, piece) && ++wrong * 4 > pieces.size() * (4 - SAME_OF_FOUR)) {
        return false;
      }
    }
    return true;
  }

  private static boolean stands(Memory memory, long base, Piece piece) throws IOException {
    try {
      return memory.read(base + piece.at(), LENGTH).equals(piece.bytes());
    } catch (MemoryException e) {
      return false;
    }
  }
}
