// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// A B-tree whose nodes hold several values, in order: Rust's `BTreeMap`. An inner node begins as a
/// leaf does and has its edges after that. Elements are the values' slots.
///
/// @param root of the pointer to the topmost node, from the container's begin
/// @param height of the tree's height, as a 64-bit number; leaves have 0
/// @param length of the 16-bit count of values in a node
/// @param values of a node's first value
/// @param stride bytes from one value to the next
/// @param edges of an inner node's first pointer to a child
/// @param room values that fit into a node
public record BTree(
    long root, long height, long length, long values, long stride, long edges, int room)
    implements Shape {

  private static final int MOST_HEIGHT = 32;

  @Override
  public void walk(Walk walk, long start) throws IOException {
    var top = walk.word(start + root);
    var levels = walk.word(start + height);
    if (levels < 0 || levels > MOST_HEIGHT) {
      throw new BrokenException("the tree's height makes no sense", start);
    }
    if (top != 0) {
      node(walk, top, (int) levels);
    }
  }

  private void node(Walk walk, long node, int level) throws IOException {
    if (!walk.visit(node)) {
      return;
    }
    var count = walk.number(node + length, Short.BYTES);
    if (count > room) {
      throw new BrokenException("a node has more values than fit", node);
    }
    for (int i = 0; i <= count; i++) {
      if (level > 0) {
        node(walk, walk.word(node + edges + (long) i * Long.BYTES), level - 1);
      }
      if (i < count && walk.step()) {
        walk.element(node + values + i * stride);
      }
    }
  }
}
