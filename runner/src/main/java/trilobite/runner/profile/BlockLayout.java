// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.List;
import java.util.Optional;

/// How an allocator's blocks are found, in the names of the debug information. Paths that begin
/// with a variable say so; the others begin at what they are a part of.
public sealed interface BlockLayout {

  /// A number in a block's header.
  ///
  /// @param bits of the number that count; −1 for all of them
  /// @param value that they have
  /// @param next true where it stands in the header of the block behind
  record Sign(String path, long bits, long value, boolean next) {}

  /// Who asked for a block.
  ///
  /// @param site path to the address of the call
  /// @param born path to when that was; empty where it is not kept
  record Owner(String site, String born) {}

  /// Blocks one behind another, each with a header that has its size (boundary tags): dlmalloc and
  /// its kin, TLSF, K&R.
  ///
  /// @param ranges container of the stretches that hold blocks
  /// @param begin path to a stretch's first address; `@` for where the element itself is
  /// @param skip bytes from there to the first block, may be negative
  /// @param end path to the address after a stretch; empty where `length` says it
  /// @param length path to a stretch's bytes
  /// @param after variable at which blocks begin in the stretch that holds it; empty for none
  /// @param block type of a block's header
  /// @param size path to a block's size
  /// @param extra bytes that a block takes beyond that size
  /// @param flags low bits of the size that are none of it
  /// @param live what a block in use looks like
  /// @param free what a free block looks like
  /// @param last whole size of the block that closes a stretch; 0 for none
  /// @param lists container of the free blocks, which must be those found; empty for none
  /// @param used path from a variable to the bytes in use, which must be right; empty for none
  record Chunks(
      Container ranges,
      String begin,
      long skip,
      String end,
      String length,
      String after,
      String block,
      String size,
      long extra,
      long flags,
      Sign live,
      Sign free,
      long last,
      Optional<Container> lists,
      String used,
      Optional<Owner> owner)
      implements BlockLayout {}

  /// Pages in lists by powers of two, and a bitmap of those in use. Who has which pages together is
  /// not kept, so live memory is told in pages.
  ///
  /// @param regions container of the stretches
  /// @param first path to a stretch's first address
  /// @param pages path to the number of its pages
  /// @param bitmap path to the pointer to a bit for each page, 1 for in use
  /// @param page bytes of a page
  /// @param lists container of the free blocks
  /// @param level path to a free block's power of two
  /// @param link path to a free block's next one: an element without one ends a list and is no
  ///   block; empty where lists have no such end
  /// @param available path from a variable to the number of free pages, which must be right; empty
  ///   for none
  record Buddy(
      Container regions,
      String first,
      String pages,
      String bitmap,
      long page,
      Container lists,
      String level,
      String link,
      String available)
      implements BlockLayout {}

  /// Pools of equal elements with a list of the free ones.
  ///
  /// @param pools container of the pools' descriptions
  /// @param names enum whose constants name them by their place; empty for numbers
  /// @param prefix of those names that is left out
  /// @param size path to an element's bytes
  /// @param count path to the number of elements
  /// @param first path to the address of the first
  /// @param free path to the pointer to the first free one
  /// @param element type of a free element
  /// @param next path to the pointer to the next free one
  /// @param used path to the pool's own count of those in use, which must be right; empty for none
  /// @param peak path to the most that were in use at once; empty for none
  /// @param failures path to how often there was none left; empty for none
  record Pools(
      Container pools,
      String names,
      String prefix,
      String size,
      String count,
      String first,
      String free,
      String element,
      String next,
      String used,
      String peak,
      String failures)
      implements BlockLayout {}

  /// Blocks that know where the one before and the one behind them begin, counted from the first.
  ///
  /// @param first path from a variable to the pointer to the first
  /// @param last path from a variable to the pointer to the last, which is in use and holds nothing
  /// @param block type of a block's header
  /// @param live path to what is not 0 in a block in use
  /// @param used path from a variable to the bytes in use, which must be right; empty for none
  record Offsets(
      String first,
      String last,
      String block,
      String next,
      String prev,
      String live,
      String used,
      String peak,
      String failures)
      implements BlockLayout {}

  /// Pages whose free ones are counted by powers of two; all others are in use.
  ///
  /// @param total path from a variable to the number of pages
  /// @param page bytes of a page
  /// @param zones container of what has such counts
  /// @param lists path from there to the array with an entry for each power of two
  /// @param count path from an entry to the number of free blocks
  /// @param kept paths from variables to pages in use that are given back when they are needed
  record Levels(
      String total, long page, Container zones, String lists, String count, List<String> kept)
      implements BlockLayout {}

  /// What an allocator's memory is used for, as the kernel counts it.
  record Counts(List<Part> parts) implements BlockLayout {}

  /// One use.
  ///
  /// @param count path from a variable to the number of units
  /// @param less path to a number that is to be taken away from that; empty for none
  /// @param unit bytes
  record Part(String name, String count, String less, long unit) {}

  /// Caches of equal objects in slabs, of which the kernel counts all objects and, in each slab
  /// that is not full, those in use.
  ///
  /// @param caches container of the caches
  /// @param label path to a cache's name
  /// @param size path to an object's bytes
  /// @param total path to the number of objects
  /// @param partial container of the slabs that are not full, from a cache on
  /// @param objects path from a slab to the number of its objects
  /// @param used path to those of them in use
  /// @param back path to the cache
  record Slabs(
      Container caches,
      String label,
      String size,
      String total,
      Container partial,
      String objects,
      String used,
      String back)
      implements BlockLayout {}

  /// What must be found for a walk to be of this build's allocator.
  ///
  /// @param path from a variable to a number
  /// @param value that it has; of no meaning with a symbol
  /// @param symbol whose address it is; empty for none
  /// @param built true where only builds count that have the path at all
  /// @param why it is not read otherwise; empty for another allocator
  record Must(String path, long value, String symbol, boolean built, String why) {}

  /// Containers that the walk needs.
  default List<Container> containers() {
    return switch (this) {
      case Chunks chunks ->
          chunks.lists().isPresent()
              ? List.of(chunks.ranges(), chunks.lists().get())
              : List.of(chunks.ranges());
      case Buddy buddy -> List.of(buddy.regions(), buddy.lists());
      case Pools pools -> List.of(pools.pools());
      case Offsets ignored -> List.of();
      case Levels levels -> List.of(levels.zones());
      case Counts ignored -> List.of();
      case Slabs slabs -> List.of(slabs.caches());
    };
  }
}
