// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.project.Forward;

/// Forwards can be read, do not collide with each other, and open nothing to other machines unseen.
final class ForwardRule implements Rule {

  @Override
  public void check(Subject subject, Report report) {
    var network = subject.target().network();
    var field = report.field("network", "forward");
    for (var text : network.invalidForwards()) {
      report.error(
          field,
          "“" + text + "” is no forward: write HOST:GUEST such as 8080:80, ports up to 65535.",
          Report.set("Remove it", field, declarations(network.forwards())));
    }
    var seen = new ArrayList<Forward>();
    for (var forward : network.forwards()) {
      if (forward.hostPort() != 0 && seen.stream().anyMatch(other -> collides(forward, other))) {
        var fewer = new ArrayList<>(network.forwards());
        fewer.remove(fewer.lastIndexOf(forward));
        report.error(
            field,
            "Two forwards take "
                + forward.proto()
                + " port "
                + forward.hostPort()
                + " of this machine.",
            Report.set("Remove the second", field, declarations(fewer)));
      }
      if (!forward.loopback()) {
        report.warning(
            field,
            "Other machines can reach the guest by " + forward.declaration() + ".",
            Report.set(
                "Only this machine", field, declarations(local(network.forwards(), forward))));
      }
      seen.add(forward);
    }
  }

  static boolean collides(Forward one, Forward other) {
    boolean everywhere = one.host().equals("0.0.0.0") || other.host().equals("0.0.0.0");
    return one.proto().equals(other.proto())
        && one.hostPort() == other.hostPort()
        && (everywhere || one.host().equals(other.host()));
  }

  static List<String> declarations(List<Forward> forwards) {
    return forwards.stream().map(Forward::declaration).toList();
  }

  private static List<Forward> local(List<Forward> forwards, Forward open) {
    var closed = new Forward(open.proto(), "127.0.0.1", open.hostPort(), open.guestPort());
    return forwards.stream().map(forward -> forward.equals(open) ? closed : forward).toList();
  }
}
