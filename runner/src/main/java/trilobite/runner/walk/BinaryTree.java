// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;
import java.util.ArrayDeque;

/// A binary search tree of nodes inside their elements, smallest first: red-black and AVL trees,
/// intrusive or not.
///
/// @param root of the pointer to the topmost node, from the container's begin
/// @param link of the node in its element
/// @param left of the pointer to what is smaller, in a node
/// @param right of the pointer to what is larger, in a node
/// @param tags low bits of pointers that are no address, such as a colour
public record BinaryTree(long root, long link, long left, long right, long tags) implements Shape {

  /// No balanced tree that fits into memory is deeper.
  private static final int MOST_DEPTH = 128;

  @Override
  public void walk(Walk walk, long start) throws IOException {
    var above = new ArrayDeque<Long>();
    var at = walk.word(start + root) & ~tags;
    while (at != 0 || !above.isEmpty()) {
      while (at != 0) {
        if (above.size() == MOST_DEPTH) {
          throw new BrokenException("the tree is too deep", at);
        }
        if (!walk.visit(at)) {
          return;
        }
        above.push(at);
        at = walk.word(at + left) & ~tags;
      }
      var node = above.pop();
      walk.element(node - link);
      at = walk.word(node + right) & ~tags;
    }
  }
}
