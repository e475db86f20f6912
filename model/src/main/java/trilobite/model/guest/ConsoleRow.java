// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.OptionalDouble;
import trilobite.model.table.Meaning;

/// A line of the serial console.
public record ConsoleRow(
    @Meaning("place of its first byte in the console") long offset,
    @Meaning(value = "when its first byte came, since start", unit = "ms") OptionalDouble t,
    @Meaning("how serious it says it is: none, debug, info, warn or error") String level,
    @Meaning("the line, control codes taken out") String text) {}
