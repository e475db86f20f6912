// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.project.Drive;
import trilobite.model.project.Forward;
import trilobite.model.project.Network;

/// Lines of real tools, read as targets: what is in them, and what is said not to be.
class LineTargetTest {

  private static LineTarget read(String line) {
    return LineTarget.of("x86_64", Lines.of(line), Path.of("/work"));
  }

  @Test
  void kraft() {
    var line = read(Lines.KRAFT);
    var target = line.target();

    assertThat(line.name()).as("not its UUID").isEqualTo("nginx_qemu-x86_64");
    assertThat(target.machine()).isEqualTo("pc");
    assertThat(target.accelerator()).isEqualTo("kvm");
    assertThat(target.cpu()).isEqualTo("host,+x2apic,-pmu");
    assertThat(target.memory()).isEqualTo("67M");
    assertThat(target.kernel()).contains("/app/.unikraft/build/nginx_qemu-x86_64");
    assertThat(target.append()).isEqualTo("-freq 2000 -- a,b");
    assertThat(target.network().mode()).isEqualTo("user");
    assertThat(target.network().forwards())
        .containsExactly(new Forward("tcp", "127.0.0.1", 8080, 80));
    assertThat(line.kept()).containsExactly("-device", "sga", "-rtc", "base=utc");
    assertThat(line.left())
        .contains(
            "-S: use pause",
            "-daemonize: use run --detach",
            "hostfwd=tcp::8080-:80: only for this machine, 127.0.0.1",
            "-qmp unix:/run/k/qemu_control.sock,server,nowait: the monitor is Trilobite's",
            "-smp cpus=1,threads=1,sockets=1: only the number");
  }

  /// `machine_parse_smp_config` of `hw/core/machine-smp.c` of QEMU 7.2.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1",
        "-smp 4 | 4",
        "-smp 2,maxcpus=8 | 2",
        "-smp cpus=3,cores=3 | 3",
        "-smp cores=4 | 4",
        "-smp sockets=2,cores=2,threads=2 | 8",
        "-smp sockets=2,dies=2,cores=3 | 12",
        "-smp maxcpus=6 | 6",
        "-smp many | 1",
        "-smp cores=99999,threads=99999 | 1",
      })
  void processorsAreCountedAsQemuDoes(String line, int vcpus) {
    assertThat(read(line).target().vcpus()).isEqualTo(vcpus);
  }

  /// Switches are as `qapi_bool_parse` of `qapi/qapi-util.c` of QEMU 7.2 reads them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-netdev user,id=n | user | true | 0",
        "-netdev user,id=n,restrict=on | user | false | 0",
        "-netdev user,id=n,restrict=y | user | false | 0",
        "-netdev user,id=n,restrict | user | false | 0",
        "-netdev user,id=n,restrict=off | user | true | 0",
        "-netdev user,id=n,restrict=no | user | true | 0",
        "-netdev user,id=n,norestrict | user | true | 0",
        "-nic user,model=virtio,hostfwd=tcp::8080-:80,hostfwd=udp:127.0.0.1:53-10.0.2.15:53"
            + " | user | true | 2",
        "-net nic,model=virtio -net user,hostfwd=::8080-:80 | user | true | 1",
        "-netdev user,id=n,hostfwd=tcp::99999-:80 | user | true | 0",
        "-netdev user,id=n,hostfwd=sctp::1-:2 | user | true | 0",
        "-netdev tap,id=n,ifname=tap7,script=no | tap | false | 0",
        "-netdev socket,id=n,connect=127.0.0.1:1 | user | false | 0",
        "-nic none | none | false | 0",
        "-device vhost-vsock-pci,guest-cid=4000000000 | vsock | false | 0",
      })
  void aNetworkIsReadAsQemuReadsIt(String line, String mode, boolean outbound, int forwards) {
    var network = read(line).target().network();
    assertThat(network.mode()).isEqualTo(mode);
    assertThat(network.outbound()).isEqualTo(outbound);
    assertThat(network.forwards()).hasSize(forwards);
    assertThat(network.cid()).isEqualTo(mode.equals("vsock") ? 4_000_000_000L : Network.FIRST_CID);
  }

  /// As `info network` of QEMU 7.2 shows it for these lines.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x86_64 | -kernel k | user | the e1000 that QEMU adds without -nodefaults: the network card"
            + " becomes virtio-net",
        "x86_64 | -M q35 | user | the e1000e that QEMU adds without -nodefaults: the network card"
            + " becomes virtio-net",
        "aarch64 | -M virt | user | the card that QEMU adds without -nodefaults: the network card"
            + " becomes virtio-net",
        "x86_64 | -M microvm | none | ''",
        "riscv64 | -M virt | none | ''",
        "x86_64 | -nodefaults -M q35 | none | ''",
        "x86_64 | -net none | none | ''",
        "x86_64 | -device vhost-vsock-pci,guest-cid=3 | vsock | the e1000 that QEMU adds without"
            + " -nodefaults: a target has one network",
      })
  void whereALineNamesNoNetworkItIsTheOneThatQemuMakes(
      String arch, String line, String mode, String left) {
    var read = LineTarget.of(arch, Lines.of(line), Path.of("/work"));
    assertThat(read.target().network().mode()).isEqualTo(mode);
    assertThat(read.target().network().outbound()).isEqualTo(mode.equals("user"));
    assertThat(String.join("", read.left())).isEqualTo(left);
  }

  @Test
  void opsBootsFromItsDisk() {
    var line = read(Lines.OPS);
    var target = line.target();

    assertThat(line.name()).isEqualTo("hi.img");
    assertThat(target.machine()).isEqualTo("q35");
    assertThat(target.accelerator()).as("kvm:tcg tries both").isEqualTo("auto");
    assertThat(target.cpu()).as("the later one counts").isEqualTo("max");
    assertThat(target.vcpus()).isEqualTo(2);
    assertThat(target.memory()).isEqualTo("2G");
    assertThat(target.drives())
        .containsExactly(new Drive("/home/me/.ops/images/hi.img", "raw", false, false, true));
    assertThat(line.kept()).contains("-device", "isa-debug-exit");
    assertThat(line.left())
        .anyMatch(text -> text.startsWith("-device scsi-hd,bus=scsi0.0,drive=hd0: the disk"));
  }

  @Test
  void osvsConsoleAndMonitorAreLeft() {
    var line = read(Lines.OSV);

    assertThat(line.target().drives())
        .containsExactly(new Drive("/osv/build/release/usr.img", "raw", false, false, true));
    assertThat(line.kept()).containsExactly("-device", "virtio-rng-pci");
    assertThat(line.left())
        .contains(
            "-chardev stdio,mux=on,id=stdio,signal=off: the console is Trilobite's",
            "-device isa-serial,chardev=stdio: the console is Trilobite's",
            "net=192.168.122.0/24: QEMU's own network");
    assertThat(line.target().network().outbound()).isTrue();
  }

  @Test
  void solo5HasATapAndLosesAMachineProperty() {
    var line = read(Lines.SOLO5);

    assertThat(line.target().network().mode()).isEqualTo("tap");
    assertThat(line.target().network().tap()).isEqualTo("tap100");
    assertThat(line.target().kernel()).contains("/work/test_net.virtio");
    assertThat(line.left())
        .contains("-machine acpi=off: a target names a machine without properties");
  }

  @Test
  void hermitsLoaderBootsItsApplication() {
    var target = read(Lines.HERMIT).target();

    assertThat(target.machine()).isEqualTo("microvm");
    assertThat(target.kernel()).contains("/work/hermit-loader-x86_64");
    assertThat(target.initrd()).contains("/work/target/httpd");
    assertThat(target.network().forwards()).hasSize(2);
    assertThat(target.network().legacy()).isTrue();
    assertThat(read("-net user -device virtio-net-pci,netdev=u1").target().network().legacy())
        .isTrue();
    for (var card :
        new String[] {"pci,netdev=u1,disable-legacy=on", "pci-non-transitional,netdev=u1"}) {
      var line = "-netdev user,id=u1 -device virtio-net-" + card;
      assertThat(read(line).target().network().legacy()).as(line).isFalse();
    }
    assertThat(read(Lines.HERMIT_FS).left())
        .contains("-numa node,memdev=mem: the guest's RAM is one shared file");
  }

  @Test
  void xv6HasTwoDisksOfWhichTheFirstThatIsNamedBoots() {
    var line = read(Lines.XV6);

    assertThat(line.target().drives()).hasSize(2);
    assertThat(line.target().drives().getFirst().boot()).isTrue();
    assertThat(line.target().kernel()).isEqualTo(Optional.empty());
    assertThat(line.target().network().mode()).as("QEMU's own").isEqualTo("user");
  }

  @Test
  void aCdromBootsWhereItIsAsked() {
    var drives = read("-hda disk.qcow2 -cdrom boot.iso -boot d -m 256").target().drives();

    assertThat(drives.getFirst().format()).isEqualTo("qcow2");
    assertThat(drives.getFirst().boot()).isFalse();
    assertThat(drives.getLast())
        .isEqualTo(new Drive("/work/boot.iso", "raw", true, false, true, true));
  }

  @Test
  void vsockHasAnAddress() {
    var network = read("-nodefaults -device vhost-vsock-pci,id=v,guest-cid=7").target().network();

    assertThat(network.mode()).isEqualTo("vsock");
    assertThat(network.cid()).isEqualTo(7);
  }

  @Test
  void whatCannotBeReadIsNoTarget() {
    assertThat(read("-m lots -smp x").target().memory()).isEqualTo("128M");
    assertThat(read("-m lots").left()).contains("-m lots: no amount of memory");
    assertThat(read("").name()).isEqualTo("guest");
  }
}
