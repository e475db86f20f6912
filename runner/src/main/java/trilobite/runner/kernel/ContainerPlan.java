// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.kernel;

import trilobite.model.type.Type;
import trilobite.runner.kernel.Program.Spot;
import trilobite.runner.profile.Container;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Shape;

/// A container of one build: where it is and how it is walked.
///
/// @param element type of what is in it
/// @param size bytes of an element
public record ContainerPlan(Spot start, Shape shape, Type element, int size) {

  private static final int MOST_SIZE = 1 << 16;

  /// @throws PathException where the build has no such container
  public static ContainerPlan of(Program program, Container container) throws PathException {
    var start = program.spot(container.start());
    var element = program.type(container.walking().of());
    var size = program.types().size(element);
    if (size <= 0 || size > MOST_SIZE) {
      throw new PathException(
          "%s of %d bytes is not read".formatted(container.walking().of(), size));
    }
    return new ContainerPlan(
        start,
        new Shapes(program).of(container.walking(), start.route().type()),
        element,
        (int) size);
  }
}
