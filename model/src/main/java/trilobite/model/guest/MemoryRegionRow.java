// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.table.Meaning;

/// A stretch of the guest's physical memory. All of them together are what it was given.
public record MemoryRegionRow(
    @Meaning(value = "physical address of its first byte", unit = "address") long start,
    @Meaning(value = "physical address after its last byte", unit = "address") long end,
    @Meaning(value = "its bytes", unit = "bytes") long size,
    @Meaning("image, heap, pool, stack, page_tables, untouched or unclaimed") String kind,
    @Meaning("section, thread or allocator that it belongs to; empty where none is known")
        String name,
    @Meaning(value = "bytes of it that the host keeps", unit = "bytes") long touched) {}
