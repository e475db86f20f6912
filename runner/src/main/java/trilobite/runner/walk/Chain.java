// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// Elements that point at the next, the last at nothing: singly linked lists, and BSD's `SLIST`,
/// `LIST`, `STAILQ` and `TAILQ`, whose other pointers are not needed to go forward.
///
/// @param first of the pointer to the first element, from the container's begin
/// @param next of the pointer to the next, from an element's begin
public record Chain(long first, long next) implements Shape {

  @Override
  public void walk(Walk walk, long start) throws IOException {
    var at = walk.word(start + first);
    while (at != 0 && walk.visit(at)) {
      walk.element(at);
      at = walk.word(at + next);
    }
  }
}
