// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// Nodes inside their elements, in a circle through a head that is a node as well: Linux's
/// `list_head`, tide's `list`. The nodes' back pointers must agree, which a walk beside a change
/// would see broken.
///
/// @param link of the node in its element
/// @param next of the forward pointer in a node
/// @param prev of the backward pointer in a node; −1 for lists without
public record Ring(long link, long next, long prev) implements Shape {

  @Override
  public void walk(Walk walk, long start) throws IOException {
    var before = start;
    var node = walk.word(start + next);
    while (node != start) {
      if (node == 0) {
        throw new BrokenException("the list ends in nothing", before);
      }
      if (prev >= 0 && walk.word(node + prev) != before) {
        throw new BrokenException("the list's two directions disagree", node);
      }
      if (!walk.visit(node)) {
        return;
      }
      walk.element(node - link);
      before = node;
      node = walk.word(node + next);
    }
  }
}
