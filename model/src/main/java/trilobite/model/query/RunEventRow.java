// SPDX-License-Identifier: Apache-2.0
package trilobite.model.query;

import trilobite.model.table.Meaning;

/// An event of a run.
public record RunEventRow(
    @Meaning("number of the run") long run,
    @Meaning(value = "when, since the run's start", unit = "ms") double t,
    @Meaning("boot, ready, info, pause, resume, stop or crash") String kind,
    @Meaning("what happened, in a few words") String text) {}
