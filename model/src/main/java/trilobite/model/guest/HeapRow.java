// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// An allocator, or one of its pools, by its own statistics and by its blocks.
public record HeapRow(
    @Meaning("name of the allocator") String name,
    @Meaning(value = "bytes that the allocator manages", unit = "bytes") long total,
    @Meaning(value = "bytes in live allocations, headers included", unit = "bytes") long used,
    @Meaning(value = "highest `used` since boot; empty where it is not kept", unit = "bytes")
        OptionalLong peak,
    @Meaning(value = "live allocations; of a buddy allocator live pages", unit = "blocks")
        long blocks,
    @Meaning(value = "bytes that are not in use", unit = "bytes") long free,
    @Meaning(
            value = "bytes of the largest free block; empty where blocks are not looked at",
            unit = "bytes")
        OptionalLong largestFree,
    @Meaning(
            value = "part of the free bytes that is not in the largest free block; empty of a pool",
            unit = "%")
        OptionalDouble fragmentation,
    @Meaning(
            value = "bytes in use that are given back when they are needed; empty where not told",
            unit = "bytes")
        OptionalLong reclaimable,
    @Meaning(value = "requests that found no room; empty where they are not counted")
        OptionalLong failures,
    @Meaning("true where its memory is the image's or another allocator's") boolean inner) {

  /// An allocator of which only its own figures are known.
  public static HeapRow figures(String name, long total, long used, long peak, long blocks) {
    return new HeapRow(
        name,
        total,
        used,
        OptionalLong.of(peak),
        blocks,
        total - used,
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        false);
  }
}
