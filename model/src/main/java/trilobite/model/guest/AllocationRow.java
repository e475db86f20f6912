// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// Live blocks of one size.
public record AllocationRow(
    @Meaning("name of the allocator") String allocator,
    @Meaning(value = "bytes of each block, header included", unit = "bytes") long size,
    @Meaning(value = "live blocks of that size", unit = "blocks") long blocks,
    @Meaning(value = "bytes in them together", unit = "bytes") long bytes,
    @Meaning(
            value = "blocks more than in the oldest reading that is kept; empty in the first",
            unit = "blocks")
        OptionalLong grown,
    @Meaning("readings in a row, a second apart or more, in which their number only rose")
        int rising,
    @Meaning("leak, where it rose often enough to look like one") Optional<String> suspect) {}
