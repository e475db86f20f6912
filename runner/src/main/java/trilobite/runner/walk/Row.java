// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// Elements side by side, a fixed number of them, or of pointers to them of which some may be null.
///
/// @param stride bytes from one to the next
/// @param count slots
/// @param pointers true where the slots hold pointers
public record Row(long stride, long count, boolean pointers) implements Shape {

  @Override
  public void walk(Walk walk, long start) throws IOException {
    for (long i = 0; i < count && walk.step(); i++) {
      var slot = start + i * stride;
      var element = pointers ? walk.word(slot) : slot;
      if (element != 0) {
        walk.element(element);
      }
    }
  }
}
