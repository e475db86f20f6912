// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.table.Meaning;

/// How the live blocks that one call asked for changed between two readings.
public record SiteGrowthRow(
    @Meaning("name of the allocator") String allocator,
    @Meaning("the function that asked") String function,
    @Meaning("its file") String file,
    @Meaning("line of the call") int line,
    @Meaning(value = "live blocks now", unit = "blocks") long blocks,
    @Meaning(value = "blocks more than before", unit = "blocks") long grown,
    @Meaning(value = "bytes more than before", unit = "bytes") long bytes) {}
