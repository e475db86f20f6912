// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;
import trilobite.model.project.Forward;

/// The host ports of forwards are free, or held by a guest of this project, which a restart ends
/// first.
final class PortRule implements Rule {

  private static final int STEP = 10_000;

  @Override
  public void check(Subject subject, Report report) {
    var network = subject.target().network();
    if (!network.mode().equals("user")) {
      return;
    }
    for (var forward : network.forwards()) {
      subject.host().listening().stream()
          .filter(use -> takes(use, forward))
          .findFirst()
          .ifPresent(use -> inUse(use, forward, subject, report));
    }
  }

  private static void inUse(PortUse use, Forward forward, Subject subject, Report report) {
    var field = report.field("network", "forward");
    if (use.run().isPresent() && !subject.launching()) {
      report.info(
          field,
          forward.host()
              + ":"
              + forward.hostPort()
              + " is held by run "
              + use.run().get()
              + " of this project; Restart frees it.");
      return;
    }
    int free = nextFree(forward, subject);
    report.error(
        field,
        forward.host() + ":" + forward.hostPort() + " is in use" + owner(use) + ".",
        Report.set("Use " + free, field, with(forward, free, subject)),
        Report.set("Use any free port", field, with(forward, 0, subject)));
  }

  private static String owner(PortUse use) {
    if (use.run().isPresent()) {
      return " by run " + use.run().get() + " of this project: stop that one first";
    }
    if (use.process().isEmpty()) {
      return " by a program of another user";
    }
    var pid = use.pid();
    return " by " + use.process() + (pid.isPresent() ? " (pid " + pid.getAsLong() + ")" : "");
  }

  static boolean takes(PortUse use, Forward forward) {
    return forward.hostPort() != 0
        && use.port() == forward.hostPort()
        && use.proto().equals(forward.proto())
        && (use.address().equals(forward.host())
            || wildcard(use.address())
            || wildcard(forward.host()));
  }

  private static boolean wildcard(String address) {
    return address.equals("0.0.0.0") || address.equals("::");
  }

  /// 18080 for 8080, and so on upwards until neither a program nor another forward has it.
  private static int nextFree(Forward wish, Subject subject) {
    var forwards = subject.target().network().forwards();
    int port =
        wish.hostPort() + STEP > 65_000 ? 1024 + wish.hostPort() % STEP : wish.hostPort() + STEP;
    for (; port < 65_535; port++) {
      var candidate = moved(wish, port);
      boolean taken =
          subject.host().listening().stream().anyMatch(use -> takes(use, candidate))
              || forwards.stream().anyMatch(other -> ForwardRule.collides(candidate, other));
      if (!taken) {
        return port;
      }
    }
    return 0;
  }

  private static List<String> with(Forward forward, int port, Subject subject) {
    return ForwardRule.declarations(
        subject.target().network().forwards().stream()
            .map(other -> other.equals(forward) ? moved(forward, port) : other)
            .toList());
  }

  private static Forward moved(Forward forward, int port) {
    return new Forward(forward.proto(), forward.host(), port, forward.guestPort());
  }
}
