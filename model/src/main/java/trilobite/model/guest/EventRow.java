// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.table.Meaning;

/// An event of the run.
public record EventRow(
    @Meaning(value = "when, since start", unit = "ms") double t,
    @Meaning("boot, ready, info, pause, resume, stop or crash") String kind,
    @Meaning("what happened, in a few words") String text) {}
