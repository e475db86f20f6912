// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// How a container's elements are found. Offsets are bytes, taken from debug information by whoever
/// makes the shape.
public sealed interface Shape
    permits Chain,
        NodeChain,
        Ring,
        Row,
        Vector,
        BinaryTree,
        BTree,
        Buckets,
        PerCpu,
        Through,
        Joined,
        Nested {

  /// Tells `walk` of each element, in the container's order.
  ///
  /// @param start address of the container itself: the variable, the head, the root
  /// @throws BrokenException where the container cannot be what it should be
  /// @throws IOException where memory cannot be read
  void walk(Walk walk, long start) throws IOException;
}
