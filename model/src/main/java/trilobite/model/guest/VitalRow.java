// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.table.Meaning;

/// The newest sample of one vital.
public record VitalRow(
    @Meaning("its name, such as cpu or memory.touched") String vital,
    @Meaning("its value; counters count from the start") OptionalDouble value,
    @Meaning("unit of the value") String unit,
    @Meaning(value = "when it was read, since start", unit = "ms") OptionalLong takenAt,
    @Meaning("where it was read") Optional<String> source,
    @Meaning("why there is no value") Optional<String> why) {}
