// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import trilobite.model.project.Network;

/// A vsock guest has an address of its own and a host that speaks vsock.
final class VsockRule implements Rule {

  /// 32 bits, of which the last value means any.
  private static final long LAST = 0xffff_fffeL;

  @Override
  public void check(Subject subject, Report report) {
    var network = subject.target().network();
    if (!network.mode().equals("vsock")) {
      return;
    }
    if (network.cid() < Network.FIRST_CID || network.cid() > LAST) {
      var field = report.field("network", "cid");
      report.error(
          field,
          "A guest's vsock address is 3 to 4294967294; 0 to 2 are the host's own.",
          Report.set("Use 3", field, Network.FIRST_CID));
    }
    if (!subject.host().network().vsock()) {
      var mode = report.field("network", "mode");
      report.error(
          mode,
          "/dev/vhost-vsock cannot be opened here, so there is no vsock: load the module (modprobe"
              + " vhost_vsock) or ask for access to it.",
          Report.set("Use user", mode, "user"));
    }
  }
}
