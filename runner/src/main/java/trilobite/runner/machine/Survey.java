// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.machine.MachineCheck;
import trilobite.model.machine.MachineCheck.State;
import trilobite.model.machine.MachineReport;
import trilobite.model.machine.QemuFacts;
import trilobite.model.run.Accelerator;
import trilobite.model.time.HostClock;
import trilobite.runner.machine.AcceleratorProbe.Outcome;

/// What is known of the machine at one moment.
///
/// @param tcg absent while it was not tried by this process
/// @param rest checks of tools and memory; empty before the first full check
record Survey(Instant at, Optional<Qemu> qemu, Optional<Outcome> tcg, List<MachineCheck> rest) {

  private static final String INSTALL_QEMU = "apt install qemu-system-x86";

  /// The binary and what is remembered of it.
  ///
  /// @param architectures listed when it was found: a report is asked for on threads that must not
  ///   wait for a disk
  record Qemu(Path file, ProbeRecord record, List<String> architectures) {

    /// Looks beside the binary.
    static Qemu of(Path file, ProbeRecord record) {
      return new Qemu(file, record, QemuBinary.architectures(file));
    }

    QemuFacts facts() {
      return new QemuFacts(file.toString(), record.version(), record.machines(), architectures);
    }
  }

  static Survey first(Optional<Qemu> qemu) {
    return new Survey(HostClock.wall(), qemu, Optional.empty(), List.of());
  }

  /// True where a launch can rely on the choice of accelerator.
  boolean accelerated() {
    return qemu.filter(known -> known.record().triedKvm()).isPresent();
  }

  MachineReport report() {
    var checks = new ArrayList<MachineCheck>();
    checks.add(qemuCheck());
    checks.add(tcgCheck());
    checks.add(kvmCheck());
    checks.addAll(rest);
    return new MachineReport(at, List.copyOf(checks), qemu.map(Qemu::facts), accelerator());
  }

  private Accelerator accelerator() {
    if (qemu.isEmpty()) {
      return new Accelerator("tcg", "QEMU was not found");
    }
    var record = qemu.get().record();
    if (!record.triedKvm()) {
      return new Accelerator("tcg", "KVM was not tried yet");
    }
    return new Accelerator(record.kvmWorks() ? "kvm" : "tcg", record.kvmWhy());
  }

  private MachineCheck qemuCheck() {
    if (qemu.isEmpty()) {
      return new MachineCheck(
          "qemu",
          "QEMU",
          State.MISSING,
          "not found",
          "Projects can be edited and built; nothing can run.",
          Optional.of(INSTALL_QEMU));
    }
    var version = qemu.get().record().version();
    boolean fit = atLeast(version, QemuFacts.MINIMUM);
    return new MachineCheck(
        "qemu",
        "QEMU",
        fit ? State.OK : State.MISSING,
        version + " " + qemu.get().file(),
        fit ? "Runs guests." : QemuFacts.MINIMUM + " or newer is needed; nothing can run.",
        fit ? Optional.empty() : Optional.of(INSTALL_QEMU));
  }

  private MachineCheck tcgCheck() {
    return tcg.map(
            outcome ->
                new MachineCheck(
                    "accel.tcg",
                    "TCG",
                    outcome.works() ? State.OK : State.WARNING,
                    outcome.works() ? "works" : "does not work",
                    outcome.why() + ".",
                    Optional.empty()))
        .orElseGet(() -> untried("accel.tcg", "TCG"));
  }

  private MachineCheck kvmCheck() {
    if (!accelerated()) {
      return untried("accel.kvm", "KVM");
    }
    var record = qemu.orElseThrow().record();
    return new MachineCheck(
        "accel.kvm",
        "KVM",
        record.kvmWorks() ? State.OK : State.WARNING,
        record.kvmWorks() ? "works" : "does not work",
        sentence(record.kvmWhy())
            + (record.kvmWorks() ? "" : " Guests run under TCG, which is slower."),
        Optional.empty());
  }

  /// QEMU's own words may end with a full stop already.
  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  private MachineCheck untried(String id, String title) {
    return new MachineCheck(
        id,
        title,
        qemu.isPresent() ? State.RUNNING : State.INFO,
        "not tried yet",
        "Only a guest that ran proves it; one is booted in the background.",
        Optional.empty());
  }

  /// Compares dotted numbers; what is no number counts as 0.
  static boolean atLeast(String version, String minimum) {
    var have = version.split("\\.", -1);
    var need = minimum.split("\\.", -1);
    for (int i = 0; i < need.length; i++) {
      int difference = number(i < have.length ? have[i] : "") - number(need[i]);
      if (difference != 0) {
        return difference > 0;
      }
    }
    return true;
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
