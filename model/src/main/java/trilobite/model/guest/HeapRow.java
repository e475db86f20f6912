// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.table.Meaning;

/// The guest allocator's own statistics.
public record HeapRow(
    @Meaning("name of the allocator") String name,
    @Meaning(value = "bytes that the allocator manages", unit = "bytes") long total,
    @Meaning(value = "bytes in live allocations, headers included", unit = "bytes") long used,
    @Meaning(value = "highest `used` since boot", unit = "bytes") long peak,
    @Meaning(value = "live allocations", unit = "blocks") long blocks) {}
