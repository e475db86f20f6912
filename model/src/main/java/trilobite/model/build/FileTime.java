// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

import java.util.OptionalDouble;
import trilobite.model.table.Meaning;

/// How long a file took to be built.
public record FileTime(
    @Meaning("What was built, as the tool names it") String file,
    @Meaning(value = "In the last build; empty where that did not build it", unit = "ms")
        OptionalDouble took,
    @Meaning(value = "When it was built the time before", unit = "ms", title = "Before")
        OptionalDouble before,
    @Meaning(value = "How much longer it took than before", unit = "ms") OptionalDouble change) {

  /// One whose change follows from both times.
  public static FileTime of(String file, OptionalDouble took, OptionalDouble before) {
    return new FileTime(
        file,
        took,
        before,
        took.isPresent() && before.isPresent()
            ? OptionalDouble.of(took.getAsDouble() - before.getAsDouble())
            : OptionalDouble.empty());
  }
}
