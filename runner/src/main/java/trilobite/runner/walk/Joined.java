// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;
import java.util.List;

/// Several containers as one: a kernel that keeps its tasks by what they do, in queues and in
/// places for one alone. An element that more than one of them has counts once.
///
/// @param parts in order
public record Joined(List<Part> parts) implements Shape {

  /// @param at offset from the container's begin
  public record Part(long at, Shape shape) {}

  @Override
  public void walk(Walk walk, long start) throws IOException {
    var told = new AddressSet();
    for (var part : parts) {
      for (var element : walk.inner(part.shape(), start + part.at())) {
        if (told.add(element)) {
          walk.element(element);
        }
      }
    }
  }
}
