// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.job.JobContext;
import trilobite.model.machine.MachineCheck;
import trilobite.model.machine.MachineReport;
import trilobite.runner.Waiting;

/// The machine check against programs that a test wrote.
class HostMachineTest {

  @TempDir Path folder;
  private Path programs;

  @BeforeEach
  void programs() throws IOException {
    programs = Files.createDirectory(folder.resolve("bin"));
  }

  private void program(String name, String script) throws IOException {
    var file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private HostMachine machine() {
    return new HostMachine(folder.resolve("cache"), programs.toString());
  }

  private static MachineCheck check(MachineReport report, String id) {
    return report.checks().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aMachineWithoutQemuSaysSo() throws Exception {
    var report = machine().check(JobContext.unwatched());

    assertThat(report.qemu()).isEmpty();
    assertThat(check(report, "qemu").state()).isEqualTo(MachineCheck.State.MISSING);
    assertThat(check(report, "qemu").remedy()).contains("apt install qemu-system-x86");
    assertThat(check(report, "gcc").state()).isEqualTo(MachineCheck.State.WARNING);
    assertThat(report.accelerator().name()).isEqualTo("tcg");
  }

  @Test
  void qemuIsKnownBeforeAnythingWasTried() throws Exception {
    program(
        "qemu-system-x86_64",
        """
        case "$1" in
          --version) echo "QEMU emulator version 9.1.2 (Somebody's 1:9.1)";;
          -machine) printf 'Supported machines are:\\nmicrovm  tiny\\nq35  big (alias)\\n';;
        esac""");

    var report = machine().report();

    assertThat(report.qemu().orElseThrow().version()).isEqualTo("9.1.2");
    assertThat(report.qemu().orElseThrow().machines()).containsExactly("microvm", "q35");
    assertThat(report.accelerator().name()).isEqualTo("tcg");
    assertThat(report.accelerator().why()).contains("not tried yet");
    assertThat(check(report, "accel.kvm").state()).isEqualTo(MachineCheck.State.RUNNING);
  }

  @Test
  void anOldQemuIsNotEnough() throws Exception {
    program("qemu-system-x86_64", "echo 'QEMU emulator version 6.2.0'");

    var check = check(machine().report(), "qemu");

    assertThat(check.state()).isEqualTo(MachineCheck.State.MISSING);
    assertThat(check.detail()).contains("7.2 or newer");
  }

  @Test
  void aQemuThatRunsNoGuestIsToldInItsOwnWords() throws Exception {
    program("qemu-system-x86_64", "echo 'QEMU emulator version 9.1.2'; echo 'no way' >&2; exit 1");

    var report = machine().check(JobContext.unwatched());

    assertThat(check(report, "accel.tcg").state()).isEqualTo(MachineCheck.State.WARNING);
    assertThat(check(report, "accel.tcg").detail()).contains("no way");
  }

  @Test
  void whatWasFoundOutIsKeptUntilTheBinaryChanges() throws Exception {
    program(
        "qemu-system-x86_64",
        "echo asked >> " + folder + "/asked; echo 'QEMU emulator version 9.1.2'");
    machine();
    var asked = Files.readString(folder.resolve("asked"));

    assertThat(machine().report().qemu()).isPresent();
    assertThat(Files.readString(folder.resolve("asked"))).isEqualTo(asked);

    program("qemu-system-x86_64", "echo 'QEMU emulator version 10.0.0'");
    assertThat(machine().report().qemu().orElseThrow().version()).isEqualTo("10.0.0");
  }

  @Test
  void aSecondStartLooksAtTheRestWithoutTryingKvmAgain() throws Exception {
    program(
        "qemu-system-x86_64",
        "echo \"$*\" >> " + folder + "/asked; echo 'QEMU emulator version 9.1.2'");
    machine().check(JobContext.unwatched());
    var tried = kvmTries();

    var second = new HostMachine(folder.resolve("cache"), programs.toString(), Duration.ZERO);
    Waiting.until("a try of TCG", () -> state(second, "accel.tcg") != MachineCheck.State.RUNNING);

    assertThat(state(second, "gcc")).isEqualTo(MachineCheck.State.WARNING);
    assertThat(kvmTries()).isEqualTo(tried);
  }

  private static MachineCheck.State state(HostMachine machine, String id) {
    return check(machine.report(), id).state();
  }

  private long kvmTries() throws IOException {
    return Files.readString(folder.resolve("asked")).lines().filter(l -> l.contains("kvm")).count();
  }

  @Test
  void versionsAreComparedByNumber() {
    assertThat(Survey.atLeast("10.0.2", "7.2")).isTrue();
    assertThat(Survey.atLeast("7.2.22", "7.2")).isTrue();
    assertThat(Survey.atLeast("7.1.99", "7.2")).isFalse();
    assertThat(Survey.atLeast("", "7.2")).isFalse();
  }
}
