// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.model.check.Scene.GIB;
import static trilobite.model.check.Scene.absent;
import static trilobite.model.check.Scene.facts;
import static trilobite.model.check.Scene.forward;
import static trilobite.model.check.Scene.use;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.machine.QemuFacts;
import trilobite.model.project.Drive;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.model.project.ReadyPattern;
import trilobite.model.project.TextPlace;
import trilobite.model.run.RunId;

class ProjectRulesTest {

  private final Scene scene = new Scene();

  @Test
  void projectThatCanRunHasNoFindings() {
    assertThat(scene.check()).isEmpty();
  }

  @Test
  void findingWithoutPlaceOfItsOwnPointsAtItsTable() {
    scene.memory = "0";
    assertThat(scene.only().place()).contains(new TextPlace(7, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1K", "1023K", "lots", "", "-5M", "99999999999999999G"})
  @Tag("bad:memory-0")
  @Tag("bad:memory-1k")
  void memoryThatIsNoneOrTooLittleIsAnErrorWithACure(String memory) {
    scene.memory = memory;
    var finding = error(scene.only(), "target.default.memory");
    assertThat(finding.fixes().getFirst().label()).isEqualTo("Use 64M");
  }

  @Test
  @Tag("bad:memory-too-much")
  void memoryBeyondTheMachineIsAnErrorAndHalfOfItIsOffered() {
    scene.memory = "64G";
    var finding = error(scene.only(), "target.default.memory");
    assertThat(finding.message()).contains("more than this machine has (8192 MiB)");
    assertThat(value(finding)).isEqualTo("4G");
  }

  @Test
  void memoryBeyondWhatIsFreeIsAWarning() {
    scene.memory = "4500M";
    scene.shmFree = 6 * GIB;
    assertThat(scene.only().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  @Tag("bad:shm-tiny")
  void sharedMemoryTooSmallIsAnErrorWithWhatFits() {
    scene.shmFree = 48L << 20;
    var finding = error(scene.only(), "target.default.memory");
    assertThat(finding.message()).contains("at most 48 MiB");
    assertThat(value(finding)).isEqualTo("32M");
    scene.shmFree = 0;
    assertThat(scene.only().fixes())
        .extracting(fix -> fix.action())
        .containsExactly(Fix.Action.MACHINE);
  }

  @Test
  void memoryTooSmallForKernelAndRamdiskIsAnError() {
    scene.memory = "16M";
    scene.kernel = Optional.of("vmlinuz");
    scene.initrd = Optional.of("initrd");
    scene.files.put("vmlinuz", facts(8 << 20, "bzImage", "x86_64", true));
    scene.files.put("initrd", facts(9 << 20, "unknown", "", false));
    assertThat(value(error(scene.only(), "target.default.memory"))).isEqualTo("64M");
    // Debug information makes an ELF file large and is never loaded.
    scene.initrd = Optional.empty();
    scene.files.put("vmlinuz", facts(80 << 20, "elf64", "x86_64", true));
    assertThat(scene.check()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,ERROR", "-1,ERROR", "256,ERROR", "2147483647,ERROR", "3,WARNING"})
  void vcpusThatCannotBeOrWait(int vcpus, Severity severity) {
    scene.vcpus = vcpus;
    assertThat(scene.only().severity()).isEqualTo(severity);
    assertThat(value(scene.only())).isIn(1L, 2L);
  }

  @ParameterizedTest
  @CsvSource({"q53,q35", "microwm,microvm", "nonsense,q35", "'',q35", "virt,q35"})
  void unknownMachineOffersTheNearest(String machine, String offer) {
    scene.machine = machine;
    assertThat(value(error(scene.only(), "target.default.machine"))).isEqualTo(offer);
  }

  @ParameterizedTest
  @CsvSource({"x86-64,x86_64", "amd64,x86_64", "riscv,x86_64", "aarch64,x86_64"})
  void unknownOrOtherArchitecture(String arch, String offer) {
    scene.arch = arch;
    var finding = scene.check().getFirst();
    assertThat(value(error(finding, "target.default.arch"))).isEqualTo(offer);
  }

  @Test
  void unknownAccelerator() {
    scene.accelerator = "kvn";
    assertThat(value(error(scene.only(), "target.default.accelerator"))).isEqualTo("kvm");
  }

  @Test
  @Tag("bad:qemu-absent")
  @Tag("bad:qemu-too-old")
  void qemuAbsentOrTooOldShowsTheMachinePage() {
    scene.qemu = Optional.empty();
    assertThat(scene.only().message()).contains("not installed").contains("building");
    scene.qemu = Optional.of(new QemuFacts("/usr/bin/qemu-system-x86_64", "6.2.0", List.of()));
    assertThat(scene.only().message()).contains("6.2.0 is too old").contains("7.2");
    assertThat(scene.only().fixes().getFirst().action()).isEqualTo(Fix.Action.MACHINE);
    scene.qemu = Optional.of(new QemuFacts("/opt/qemu-system-x86_64", "", List.of()));
    assertThat(scene.only().message())
        .startsWith("/opt/qemu-system-x86_64 does not say which version")
        .contains("7.2");
    scene.qemu = Optional.of(new QemuFacts("/usr/bin/qemu-system-x86_64", "10.0.2", List.of()));
    assertThat(scene.check()).isEmpty();
  }

  @Test
  void nothingToBoot() {
    scene.kernel = Optional.empty();
    error(scene.only(), "target.default.kernel");
    scene.append = "x";
    assertThat(scene.check()).hasSize(2);
    scene.append = "";
    scene.drives = List.of(new Drive("disk.img", "raw", false, true, false));
    scene.files.put("disk.img", facts(1 << 20, "raw", "", false));
    var finding = error(scene.only(), "target.default.kernel");
    assertThat(finding.fixes().getFirst().label()).isEqualTo("Boot from disk.img");
    scene.drives = List.of(new Drive("disk.img", "raw", false, true, true));
    assertThat(scene.check()).isEmpty();
  }

  @Test
  @Tag("bad:no-image")
  @Tag("bad:text-image")
  @Tag("bad:wrong-arch")
  void imageMissingEmptyTextWrongArchitectureOrUnbootable() {
    scene.files.put("build/a.elf", absent());
    assertThat(scene.only().fixes().getFirst().action()).isEqualTo(Fix.Action.BUILD);
    scene.files.put("build/a.elf", facts(0, "empty", "", false));
    assertThat(scene.only().message()).contains("is empty");
    scene.files.put("build/a.elf", facts(10, "text", "", false));
    assertThat(scene.only().message()).contains("text file");
    scene.files.put("build/a.elf", facts(10, "elf64", "aarch64", true));
    assertThat(scene.only().message()).contains("built for aarch64 and the target is x86_64");
    scene.files.put("build/a.elf", facts(10, "elf64", "x86_64", false));
    assertThat(scene.only().message()).endsWith("cannot boot: because.");
    scene.files.put("build/a.elf", facts(10, "elf32", "i386", true));
    assertThat(scene.check()).isEmpty();
  }

  @Test
  void ramdiskMissing() {
    scene.initrd = Optional.of("i");
    scene.files.put("i", absent());
    error(scene.only(), "target.default.initrd");
  }

  @Test
  void drivesMissingOrOfAnotherFormat() {
    scene.drives = List.of(new Drive("d", "raw", false, true, false));
    scene.files.put("d", absent());
    error(scene.only(), "target.default.drive.0.file");
    scene.files.put("d", facts(10, "qcow2", "", false));
    assertThat(value(error(scene.only(), "target.default.drive.0.format"))).isEqualTo("qcow2");
    scene.drives = List.of(new Drive("d", "qcow", false, true, false));
    assertThat(value(error(scene.only(), "target.default.drive.0.format"))).isEqualTo("qcow2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/shadow", "../secret", "a/../../b"})
  void filesOutsideTheProjectAreWarnedAbout(String file) {
    scene.initrd = Optional.of(file);
    scene.files.put(file, facts(10, "unknown", "", false));
    assertThat(scene.only().severity()).isEqualTo(Severity.WARNING);
    assertThat(scene.only().message()).contains("outside the project");
  }

  @Test
  void outboundIsWarnedAbout() {
    scene.outbound = true;
    assertThat(scene.only().severity()).isEqualTo(Severity.WARNING);
    assertThat(value(scene.only())).isEqualTo(false);
  }

  @Test
  void unknownNetworkModeAndForwardsThatDoNothing() {
    scene.mode = "usr";
    assertThat(value(error(scene.only(), "target.default.network.mode"))).isEqualTo("user");
    scene.mode = "none";
    scene.forwards = List.of(forward("8080:80"));
    assertThat(scene.only().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  @Tag("bad:duplicate-forwards")
  void forwardsInvalidDuplicateOrOpen() {
    scene.forwards = List.of(forward("8080:80"));
    scene.invalidForwards = List.of("80:80:80");
    assertThat(value(error(scene.only(), "target.default.network.forward")))
        .isEqualTo(List.of("8080:80"));
    scene.invalidForwards = List.of();
    scene.forwards = List.of(forward("8080:80"), forward("tcp:127.0.0.1:8080:81"));
    assertThat(value(error(scene.only(), "target.default.network.forward")))
        .isEqualTo(List.of("8080:80"));
    scene.forwards = List.of(forward("8080:80"), forward("udp:8080:80"), forward("0:1"));
    assertThat(scene.check()).isEmpty();
    scene.forwards = List.of(forward("tcp:0.0.0.0:8080:80"));
    assertThat(scene.only().severity()).isEqualTo(Severity.WARNING);
    assertThat(value(scene.only())).isEqualTo(List.of("8080:80"));
  }

  @Test
  @Tag("bad:port-in-use")
  void portInUseNamesItsOwnerAndOffersTheNextFree() {
    scene.forwards = List.of(forward("8080:80"));
    scene.listening = List.of(use("127.0.0.1", 8080, "java"), use("0.0.0.0", 18080, "nginx"));
    var finding = error(scene.only(), "target.default.network.forward");
    assertThat(finding.message()).isEqualTo("127.0.0.1:8080 is in use by java (pid 3120).");
    assertThat(finding.fixes())
        .extracting(Fix::label)
        .containsExactly("Use 18081", "Use any free port");
    assertThat(value(finding)).isEqualTo(List.of("18081:80"));
  }

  @Test
  void portHeldByThisProjectsOwnGuestStopsOnlyASecondStart() {
    scene.forwards = List.of(forward("8080:80"));
    scene.listening = List.of(use("127.0.0.1", 8080, "qemu-system-x86").heldBy(new RunId(12)));
    assertThat(scene.only().severity()).isEqualTo(Severity.INFO);
    assertThat(scene.only().message())
        .isEqualTo("127.0.0.1:8080 is held by run #12 of this project; Restart frees it.");

    scene.launching = true;
    var finding = error(scene.only(), "target.default.network.forward");
    assertThat(finding.message())
        .isEqualTo("127.0.0.1:8080 is in use by run #12 of this project: stop that one first.");
    assertThat(finding.fixes()).isNotEmpty();
  }

  @Test
  void portInUseByAnotherUserAndOnAllAddresses() {
    scene.forwards = List.of(forward("64000:80"));
    scene.listening = List.of(use("::", 64000, ""));
    assertThat(scene.only().message()).contains("by a program of another user");
    scene.listening = List.of(use("192.168.0.9", 64000, "x"));
    assertThat(scene.check()).isEmpty();
  }

  @Test
  void tapNeedsAnInterfaceThatIsThere() {
    scene.mode = "tap";
    assertThat(value(error(scene.only(), "target.default.network.tap"))).isEqualTo("tap0");
    scene.tap = "tap0,script=/tmp/x";
    assertThat(scene.only().message()).contains("is no name of an interface");
    scene.tap = "tap0";
    assertThat(scene.only().message()).contains("/dev/net/tun").contains("modprobe tun");
    scene.offered = new HostNetwork(List.of("lo"), true, false);
    assertThat(scene.only().message()).contains("ip tuntap add dev tap0 mode tap");
    scene.offered = new HostNetwork(List.of("lo", "tap0"), true, false);
    assertThat(scene.check()).isEmpty();
  }

  @Test
  void vsockNeedsAnAddressAndTheHostsDevice() {
    scene.mode = "vsock";
    assertThat(error(scene.only(), "target.default.network.mode").message())
        .contains("/dev/vhost-vsock");
    scene.offered = new HostNetwork(List.of(), false, true);
    assertThat(scene.check()).isEmpty();
    scene.cid = 2;
    assertThat(value(error(scene.only(), "target.default.network.cid"))).isEqualTo(3L);
    scene.cid = 0xffff_ffffL;
    assertThat(scene.check()).hasSize(1);
  }

  @Test
  void readyPatternThatIsNoneOrMatchesEverything() {
    scene.ready = Optional.of(new ReadyPattern("(up", true, 0));
    assertThat(value(error(scene.only(), "target.default.ready"))).isEqualTo("(up");
    scene.ready = Optional.of(new ReadyPattern("(up", false, 0));
    assertThat(scene.check()).isEmpty();
    scene.ready = Optional.of(new ReadyPattern("x*", true, 0));
    assertThat(scene.only().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  @Tag("bad:hostile-qemu-arguments")
  void rawArgumentsOfAnUntrustedProjectAskForTrust() {
    scene.raw = List.of("-monitor", "stdio");
    scene.devices = List.of("edu");
    assertThat(scene.check()).isEmpty();
    scene.trusted = false;
    assertThat(scene.check())
        .hasSize(2)
        .allSatisfy(
            finding -> assertThat(finding.fixes().getFirst().action()).isEqualTo(Fix.Action.TRUST));
  }

  @Test
  @Tag("bad:toolchain-absent")
  void unknownToolchainAndNoCommand() {
    scene.toolchain = "tied";
    assertThat(scene.only().severity()).isEqualTo(Severity.WARNING);
    assertThat(value(scene.only())).isEqualTo("tide");
    scene.toolchain = "command";
    assertThat(scene.only().message()).contains("nothing to run");
  }

  @Test
  void nulInAnArgument() {
    scene.append = "a\0b";
    error(scene.only(), "target.default.append");
  }

  private static Finding error(Finding finding, String field) {
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.field().map(FieldPath::toString)).contains(field);
    return finding;
  }

  private static Object value(Finding finding) {
    var edit = finding.fixes().getFirst().edits().getFirst();
    return ((ProjectEdit.Set) edit).value();
  }
}
