// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import trilobite.runner.qmp.QmpClient;

/// Which host threads run a guest's vCPUs. The question goes out before QEMU takes commands, so
/// that its answer costs no way there and back in front of `cont`.
record Vcpus(QmpClient qmp, QmpClient.Asked asked) {

  private static final String QUESTION = "query-cpus-fast";

  static Vcpus ask(QmpClient qmp) throws IOException {
    return new Vcpus(qmp, qmp.ask(QUESTION));
  }

  List<Session.Vcpu> answer() throws IOException {
    var vcpus = new ArrayList<Session.Vcpu>();
    for (var vcpu : qmp.answer(QUESTION, asked, QmpClient.PATIENCE)) {
      vcpus.add(new Session.Vcpu(vcpu.path("cpu-index").asInt(), vcpu.path("thread-id").asLong()));
    }
    return List.copyOf(vcpus);
  }
}
