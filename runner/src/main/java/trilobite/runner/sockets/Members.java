// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.util.List;
import java.util.Optional;
import trilobite.model.type.Type;
import trilobite.runner.kernel.Program;
import trilobite.runner.profile.StackLayout.Num;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;
import trilobite.runner.value.Route;
import trilobite.runner.value.RouteParser;

/// Looks up what a profile names in a build's types. What a build does not have is told, and is no
/// error: builds leave things out.
///
/// @param absent sentences about what was not found, added to
record Members(Program program, Type type, List<String> absent) {

  Members of(Type other) {
    return new Members(program, other, absent);
  }

  Route route(String path) throws PathException {
    return RouteParser.compile(program.types(), type, path);
  }

  boolean has(String path) {
    try {
      route(path);
      return true;
    } catch (PathException e) {
      return false;
    }
  }

  /// The first of the number's paths that the build has; absent where it names none.
  ///
  /// @param what the number is called in the sentence that tells its absence
  Optional<Figure> number(String what, Num told) {
    var why = "";
    for (var path : told.paths()) {
      try {
        return Optional.of(new Figure(NumberAt.of(program.types(), route(path)), told));
      } catch (PathException e) {
        why = String.valueOf(e.getMessage());
      }
    }
    if (!why.isEmpty()) {
      absent.add("no " + what + " (" + why + ")");
    }
    return Optional.empty();
  }
}
