// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;
import java.util.List;

/// Elements that are reached through pointers in the slots of another shape: smart pointers, such
/// as Rust's `Arc`, whose value lies behind two counters. Empty ones are left out.
///
/// @param slots the shape whose elements hold the pointers
/// @param offsets of the pointer in the slot, then of what is wanted in that which it points at,
///   and so on
public record Through(Shape slots, List<Long> offsets) implements Shape {

  @Override
  public void walk(Walk walk, long start) throws IOException {
    for (var slot : walk.inner(slots, start)) {
      var at = slot + offsets.getFirst();
      for (var offset : offsets.subList(1, offsets.size())) {
        var pointer = walk.word(at);
        if (pointer == 0) {
          at = 0;
          break;
        }
        at = pointer + offset;
      }
      if (at != 0) {
        walk.element(at);
      }
    }
  }
}
