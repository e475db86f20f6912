// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.List;
import java.util.Optional;
import trilobite.model.job.JobContext;
import trilobite.model.machine.MachineCheck;
import trilobite.model.machine.MachineCheck.State;
import trilobite.model.machine.MachineReport;
import trilobite.model.machine.QemuFacts;
import trilobite.model.port.Machine;

/// A machine with QEMU and gcc but without KVM.
public final class FakeMachine implements Machine {

  private volatile MachineReport report =
      new MachineReport(
          Samples.STARTED,
          List.of(
              check("qemu", "QEMU", State.OK, "7.2.22", "/usr/bin/qemu-system-x86_64"),
              check("accel.kvm", "KVM", State.INFO, "not available", "/dev/kvm does not exist"),
              check("gcc", "gcc", State.OK, "12.2.0", "builds the demo")),
          Optional.of(new QemuFacts("/usr/bin/qemu-system-x86_64", "7.2.22", List.of("q35"))),
          Samples.TCG);

  public void report(MachineReport next) {
    report = next;
  }

  public static MachineCheck check(
      String id, String title, State state, String value, String detail) {
    return new MachineCheck(id, title, state, value, detail, Optional.empty());
  }

  @Override
  public MachineReport report() {
    return report;
  }

  @Override
  public MachineReport check(JobContext context) {
    return report;
  }
}
