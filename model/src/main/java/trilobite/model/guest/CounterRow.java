// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.table.Meaning;

/// A figure that the guest's network stack counts for all its sockets together.
public record CounterRow(
    @Meaning("what is counted") String name,
    @Meaning("how often so far") long value,
    @Meaning("one sentence") String about) {}
