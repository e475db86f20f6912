// SPDX-License-Identifier: Apache-2.0
package trilobite.model.query;

import trilobite.model.table.Meaning;

/// One sample of a run.
public record RunVitalRow(
    @Meaning("number of the run") long run,
    @Meaning("name of the vital, such as cpu or memory.touched") String vital,
    @Meaning(value = "when, since the run's start", unit = "ms") double t,
    @Meaning("value in its unit") double value,
    @Meaning("unit of the value") String unit) {}
