// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// A structure with a pointer to elements side by side and how many there are, as a number or as a
/// pointer behind the last: C's pointer and count, C++'s and Rust's vectors.
///
/// @param data of the pointer to the first
/// @param end of the count, or of the pointer behind the last
/// @param width bytes of the count; 0 where it is a pointer
/// @param stride bytes from one to the next
/// @param pointers true where the slots hold pointers
/// @param more slots than the count says, as where a mask stands for it
public record Vector(long data, long end, int width, long stride, boolean pointers, long more)
    implements Shape {

  /// With as many slots as the count says.
  public Vector(long data, long end, int width, long stride, boolean pointers) {
    this(data, end, width, stride, pointers, 0);
  }

  @Override
  public void walk(Walk walk, long start) throws IOException {
    var first = walk.word(start + data);
    var count =
        width == 0
            ? Long.divideUnsigned(walk.word(start + end) - first, Math.max(1, stride))
            : walk.number(start + end, width) + more;
    if (count < 0) {
      throw new BrokenException("a vector ends before it begins", start);
    }
    if (first != 0) {
      new Row(stride, count, pointers).walk(walk, first);
    }
  }
}
