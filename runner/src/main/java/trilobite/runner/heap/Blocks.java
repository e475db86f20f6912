// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/// The blocks of an allocator, or of one of its pools, as they stood at one moment.
///
/// @param name of the allocator
/// @param owned bytes that it manages
/// @param live how many of each size are in use
/// @param free how many of each size are not
/// @param sites blocks in use by the address of the call that asked for them; empty where that is
///   not kept
/// @param own what the allocator itself keeps count of
/// @param cut why there may be more
public record Blocks(
    String name,
    long owned,
    SortedMap<Long, Long> live,
    SortedMap<Long, Long> free,
    Map<Long, Site> sites,
    Own own,
    Optional<String> cut) {

  /// Blocks of one call site.
  ///
  /// @param oldest when the oldest of them was asked for, on the guest's clock; 0 where not kept
  public record Site(long blocks, long bytes, long oldest) {}

  /// @param peak most bytes that were in use at once
  /// @param failures requests that found no room
  /// @param kept bytes in use that are given back when they are needed
  public record Own(OptionalLong peak, OptionalLong failures, OptionalLong kept) {
    static final Own NONE = new Own(OptionalLong.empty(), OptionalLong.empty());

    Own(OptionalLong peak, OptionalLong failures) {
      this(peak, failures, OptionalLong.empty());
    }
  }

  /// False where the blocks together are larger than what the allocator owns.
  boolean fit() {
    return bytes() >= 0 && room() >= 0 && bytes() <= owned - room();
  }

  /// Bytes in use, headers included.
  public long bytes() {
    return sum(live);
  }

  /// Blocks in use.
  public long count() {
    return live.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Bytes in free blocks.
  public long room() {
    return sum(free);
  }

  /// Bytes of the largest free block; 0 where none is free.
  public long largest() {
    return free.isEmpty() ? 0 : free.lastKey();
  }

  private static long sum(SortedMap<Long, Long> sizes) {
    return sizes.entrySet().stream().mapToLong(each -> each.getKey() * each.getValue()).sum();
  }
}
