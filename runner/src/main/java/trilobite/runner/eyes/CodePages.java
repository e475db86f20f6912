// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import trilobite.runner.image.ElfReader;
import trilobite.runner.image.FileBytes;
import trilobite.runner.memory.Memory;
import trilobite.runner.memory.MemoryException;
import trilobite.runner.memory.PageMap;
import trilobite.runner.profile.Profile.Moves;

/// Finds where a program lies that may be anywhere and of which perhaps only some pages are in
/// memory: by its code, which no loader of position-independent programs changes.
///
/// @param pages of its section `.text`, by the address for which they were linked
record CodePages(List<Piece> pages) {

  private static final int PAGE = MappedPages.PAGE;
  private static final int KEY = 32;
  private static final int MOST_BYTES = 64 << 20;

  /// Mapped pages that are looked at: 1 GiB of them.
  private static final int MOST_PAGES = 1 << 18;

  /// Places that are compared byte by byte.
  private static final int MOST_PLACES = 16;

  /// So many pages in four that are in memory must be the same.
  private static final int SAME_OF_FOUR = 3;

  /// What of a page is code.
  record Piece(long at, ByteBuffer bytes) {
    ByteBuffer key() {
      return bytes.slice(0, KEY);
    }
  }

  /// @throws IOException where the file cannot be read, or has no code that could be known again
  static CodePages of(Path file) throws IOException {
    try (var bytes = new FileBytes(file)) {
      var text =
          ElfReader.read(bytes).sections().stream()
              .filter(section -> section.name().equals(".text"))
              .findFirst()
              .orElseThrow(() -> new IOException(file.getFileName() + " has no code"));
      var code = bytes.piece("its code", text.offset(), text.size(), MOST_BYTES);
      var pages = new ArrayList<Piece>();
      int at = 0;
      while (at < code.limit()) {
        int length = (int) Math.min(PAGE - ((text.address() + at) & (PAGE - 1)), code.limit() - at);
        if (length >= KEY) {
          pages.add(new Piece(text.address() + at, code.slice(at, length)));
        }
        at += length;
      }
      if (pages.isEmpty()) {
        throw new IOException(file.getFileName() + " has too little code to be found in memory");
      }
      return new CodePages(List.copyOf(pages));
    }
  }

  /// How far it was moved; empty where none of it is there, or not yet.
  ///
  /// @param memory by virtual address
  OptionalLong find(PageMap map, Memory memory, Moves within) throws IOException {
    var known = new HashMap<ByteBuffer, Long>();
    pages.forEach(page -> known.put(page.key(), page.at()));
    var votes = new HashMap<Long, Integer>();
    int first = (int) (pages.getFirst().at() & (PAGE - 1));
    var _ =
        new MappedPages(map, within, MOST_PAGES)
            .first(
                page -> {
                  vote(memory, page, known, votes);
                  if (first != 0) {
                    vote(memory, page + first, known, votes);
                  }
                  return OptionalLong.empty();
                });
    return votes.entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
        .limit(MOST_PLACES)
        .mapToLong(Map.Entry::getKey)
        .filter(by -> stands(memory, by))
        .findFirst();
  }

  private static void vote(
      Memory memory, long at, Map<ByteBuffer, Long> known, Map<Long, Integer> votes)
      throws IOException {
    try {
      var linked = known.get(memory.read(at, KEY));
      if (linked != null && ((at - linked) & (PAGE - 1)) == 0) {
        votes.merge(at - linked, 1, Integer::sum);
      }
    } catch (MemoryException e) {
      // A page that went away meanwhile holds nothing.
    }
  }

  private boolean stands(Memory memory, long by) {
    int same = 0;
    int seen = 0;
    for (var page : pages) {
      try {
        var here = memory.read(page.at() + by, page.bytes().limit());
        seen++;
        same += here.equals(page.bytes()) ? 1 : 0;
      } catch (IOException e) {
        // Not in memory: it says nothing.
      }
    }
    return same > 0 && same * 4 >= seen * SAME_OF_FOUR;
  }
}
