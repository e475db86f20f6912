// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// Nodes inside their elements, each of which points at the next node, the last at nothing or at an
/// odd address: Linux's `hlist_head`, and its `hlist_nulls_head`, whose odd end names the list
/// (`include/linux/list_nulls.h` of Linux 6.1).
///
/// @param first of the pointer to the first node, from the container's begin
/// @param link of the node, from an element's begin
/// @param next of the pointer to the next node, from a node's begin
public record NodeChain(long first, long link, long next) implements Shape {

  @Override
  public void walk(Walk walk, long start) throws IOException {
    var at = walk.word(start + first);
    while (at != 0 && (at & 1) == 0 && walk.visit(at)) {
      walk.element(at - link);
      at = walk.word(at + next);
    }
  }
}
