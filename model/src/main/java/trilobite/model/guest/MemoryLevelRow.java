// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.table.Meaning;

/// A rung of the ladder from what the guest was given to what it uses.
public record MemoryLevelRow(
    @Meaning("assigned, touched, owned, in_use, reclaimable, peak or needed") String level,
    @Meaning(value = "bytes at this level", unit = "bytes") long bytes,
    @Meaning("what it says") String meaning,
    @Meaning("where it was read") String source) {}
