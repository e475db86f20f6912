// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.regex.Pattern;

/// A tap network names an interface of this host that QEMU can open.
final class TapRule implements Rule {

  /// At most 15 bytes, as the kernel has it; and nothing that another tool would take apart.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,15}");

  @Override
  public void check(Subject subject, Report report) {
    var network = subject.target().network();
    if (!network.mode().equals("tap")) {
      return;
    }
    var field = report.field("network", "tap");
    var mode = report.field("network", "mode");
    var host = subject.host().network();
    var user = Report.set("Use user", mode, "user");
    if (network.tap().isEmpty()) {
      report.error(
          field,
          "A tap network needs the name of a tap interface of this machine.",
          Report.set("Use tap0", field, "tap0"),
          user);
    } else if (!NAME.matcher(network.tap()).matches()) {
      report.error(
          field,
          "“" + network.tap() + "” is no name of an interface: at most 15 letters and digits.",
          Report.set("Use tap0", field, "tap0"));
    } else if (!host.tun()) {
      report.error(
          field,
          "/dev/net/tun cannot be opened here, so there is no tap: load the module (modprobe tun) or"
              + " ask for access to it.",
          user);
    } else if (!host.interfaces().contains(network.tap())) {
      report.error(
          field,
          "This machine has no interface "
              + network.tap()
              + ". Make it with: sudo ip tuntap add dev "
              + network.tap()
              + " mode tap user $USER && sudo ip link set "
              + network.tap()
              + " up",
          user);
    }
  }
}
