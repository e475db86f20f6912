// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.table.Meaning;

/// How the live blocks of one size changed between two readings.
public record GrowthRow(
    @Meaning("name of the allocator") String allocator,
    @Meaning(value = "bytes of each block", unit = "bytes") long size,
    @Meaning(value = "live blocks now", unit = "blocks") long blocks,
    @Meaning(value = "blocks more than before", unit = "blocks") long grown,
    @Meaning(value = "bytes more than before", unit = "bytes") long bytes) {}
