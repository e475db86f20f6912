// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.kernel;

import trilobite.model.type.Type;
import trilobite.runner.kernel.Program.Spot;
import trilobite.runner.profile.Container;
import trilobite.runner.value.PathException;
import trilobite.runner.value.RouteParser;
import trilobite.runner.walk.Shape;

/// A container of one build: where it is and how it is walked.
///
/// @param element type of what is in it
/// @param size bytes of an element
public record ContainerPlan(Spot start, Shape shape, Type element, int size) {

  private static final int MOST_SIZE = 1 << 16;

  /// @throws PathException where the build has no such container
  public static ContainerPlan of(Program program, Container container) throws PathException {
    return of(program, container, program.spot(container.start()));
  }

  /// A container that each element of another one has: its start is a path from there.
  ///
  /// @throws PathException where the build has no such container
  public static ContainerPlan inside(Program program, Type outer, Container container)
      throws PathException {
    var route = RouteParser.compile(program.types(), outer, container.start());
    return of(program, container, new Spot(0, route));
  }

  private static ContainerPlan of(Program program, Container container, Spot start)
      throws PathException {
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
