// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.table.Meaning;

/// A named function or variable of the guest's program.
public record SymbolRow(
    @Meaning("its name") String name,
    @Meaning(value = "where it lies in the guest", unit = "address") long address,
    @Meaning(value = "its bytes, 0 where the image does not say", unit = "bytes") long size,
    @Meaning("1 for a name that all object files share") boolean global) {}
