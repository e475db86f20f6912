// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import trilobite.runner.qmp.Qmp;

/// Asks QEMU which host threads run its vCPUs.
final class Vcpus {

  private Vcpus() {}

  static List<Session.Vcpu> ask(Qmp qmp) throws IOException {
    var vcpus = new ArrayList<Session.Vcpu>();
    for (var vcpu : qmp.execute("query-cpus-fast")) {
      vcpus.add(new Session.Vcpu(vcpu.path("cpu-index").asInt(), vcpu.path("thread-id").asLong()));
    }
    return List.copyOf(vcpus);
  }
}
