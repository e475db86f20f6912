// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// The network has a mode that exists, and what it opens is said.
final class NetworkRule implements Rule {

  private static final List<String> MODES = List.of("user", "none", "tap", "vsock");

  @Override
  public void check(Subject subject, Report report) {
    var network = subject.target().network();
    var mode = report.field("network", "mode");
    if (!MODES.contains(network.mode())) {
      var meant = Suggestion.nearest(network.mode(), MODES).orElse("user");
      report.error(
          mode,
          "“"
              + network.mode()
              + "” is no network mode; there are "
              + String.join(", ", MODES)
              + ".",
          Report.set("Use " + meant, mode, meant));
    } else if (!network.mode().equals("user") && !network.forwards().isEmpty()) {
      report.warning(
          report.field("network", "forward"),
          "Forwards work with network mode user only; mode " + network.mode() + " ignores them.",
          Report.set("Use user", mode, "user"));
    }
    if (network.outbound()) {
      var outbound = report.field("network", "outbound");
      report.warning(
          outbound,
          "The guest can reach the network and every service of this host, those on 127.0.0.1 too.",
          Report.set("Keep it in", outbound, false));
    }
  }
}
