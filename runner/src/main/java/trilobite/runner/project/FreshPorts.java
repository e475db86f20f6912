// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import trilobite.model.check.ParsedProject;
import trilobite.model.project.Forward;
import trilobite.runner.net.FreePorts;

/// Gives a new project host ports that nobody has: those of its template, else the next free ones.
/// Later the file says which port it is, so that an address that worked keeps working.
final class FreshPorts {

  private static final int LAST = 65_535;

  private FreshPorts() {}

  /// The text of a project just made, with other host ports where its own are taken.
  static String in(ParsedProject made) {
    var text = made.text();
    var given = new HashSet<Integer>();
    for (var forward : forwards(made)) {
      var fresh = fresh(forward, given);
      given.add(fresh.hostPort());
      text = text.replace(quoted(forward), quoted(fresh));
    }
    return text;
  }

  private static Set<Forward> forwards(ParsedProject made) {
    return made.project().stream()
        .flatMap(project -> project.targets().values().stream())
        .flatMap(target -> target.network().forwards().stream())
        .filter(forward -> forward.hostPort() != 0)
        .collect(Collectors.toSet());
  }

  private static Forward fresh(Forward wish, Set<Integer> given) {
    for (int port = wish.hostPort(); port <= LAST; port++) {
      var next = new Forward(wish.proto(), wish.host(), port, wish.guestPort());
      if (!given.contains(port) && FreePorts.free(next, port)) {
        return next;
      }
    }
    return wish;
  }

  private static String quoted(Forward forward) {
    return '"' + forward.declaration() + '"';
  }
}
