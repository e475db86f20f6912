// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;
import java.util.List;

/// A container in each element of another one, such as the threads of each process.
///
/// @param offsets of a pointer in the outer element, then in what it points at, and so on until the
///   inner container's begin
public record Nested(Shape outer, List<Long> offsets, Shape each) implements Shape {

  @Override
  public void walk(Walk walk, long start) throws IOException {
    for (var element : walk.inner(outer, start)) {
      var at = element + offsets.getFirst();
      for (var offset : offsets.subList(1, offsets.size())) {
        var pointer = walk.word(at);
        if (pointer == 0) {
          at = 0;
          break;
        }
        at = pointer + offset;
      }
      if (at != 0) {
        each.walk(walk, at);
      }
    }
  }
}
