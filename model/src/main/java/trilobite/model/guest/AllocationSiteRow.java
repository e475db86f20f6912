// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// Live blocks that one call asked for.
public record AllocationSiteRow(
    @Meaning("name of the allocator") String allocator,
    @Meaning("the function that asked; empty where no symbol covers the address") String function,
    @Meaning("its file; empty where the debug information says nothing") String file,
    @Meaning("line of the call; 0 where it is not known") int line,
    @Meaning(value = "where the call returns to", unit = "address") long address,
    @Meaning(value = "live blocks", unit = "blocks") long blocks,
    @Meaning(value = "bytes in them together, headers included", unit = "bytes") long bytes,
    @Meaning(
            value = "blocks more than in the oldest reading that is kept; empty in the first",
            unit = "blocks")
        OptionalLong grown,
    @Meaning("readings in a row, a second apart or more, in which their number only rose")
        int rising,
    @Meaning(
            value =
                "when the oldest of them was asked for, on the guest's clock; empty where not kept",
            unit = "ns")
        OptionalLong oldest,
    @Meaning("leak, where it rose often enough to look like one") Optional<String> suspect) {}
