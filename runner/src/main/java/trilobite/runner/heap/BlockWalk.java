// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.util.List;
import trilobite.runner.memory.Memory;

/// One way through one kind of allocator.
interface BlockWalk {

  /// What lies there now; the guest may change it meanwhile.
  ///
  /// @throws UnevenException where its own figures and what was found do not agree
  /// @throws IOException where it cannot be read
  List<Blocks> walk(Memory memory, Bound bound) throws IOException;

  /// True where each of those blocks is right by itself, so that they need not be of one moment.
  default boolean each() {
    return false;
  }

  /// Stretches of addresses that it manages; none where its records do not tell them.
  default List<Range> ranges(Memory memory, Bound bound) throws IOException {
    return List.of();
  }
}
