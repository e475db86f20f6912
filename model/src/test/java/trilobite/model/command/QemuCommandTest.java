// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.model.command.Targets.USER;
import static trilobite.model.command.Targets.plan;
import static trilobite.model.command.Targets.target;

import java.util.List;
import org.junit.jupiter.api.Test;
import trilobite.model.project.Drive;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Network;

class QemuCommandTest {

  @Test
  void q35StartsStoppedSandboxedWithSharedRam() {
    var words = QemuCommand.of(target("q35", "", List.of(), USER), plan(false)).words();

    assertThat(words.getFirst()).isEqualTo("qemu-system-x86_64");
    assertThat(words).contains("-S", "-nodefaults", "-no-user-config", "-no-reboot");
    assertThat(after(words, "-sandbox")).startsWith("on,");
    assertThat(after(words, "-machine")).isEqualTo("q35,memory-backend=ram0");
    assertThat(after(words, "-m")).isEqualTo("64M");
    assertThat(after(words, "-smp")).isEqualTo("2");
    assertThat(after(words, "-object"))
        .isEqualTo(
            "memory-backend-file,id=ram0,share=on,"
                + "mem-path=/run/user/1000/trilobite/12/ram,size=64M");
    assertThat(words).contains("pvpanic", "virtio-net-pci,netdev=nic0,romfile=");
  }

  @Test
  void filesAreTakenFromTheProjectFolderWithCommasKept() {
    var drive = new Drive("data,1.img", "raw", false, true, true);
    var words = QemuCommand.of(target("pc", "", List.of(drive), USER), plan(false)).words();

    assertThat(after(words, "-kernel")).isEqualTo("/projects/tide, pool/build/tidepool.elf");
    assertThat(after(words, "-drive"))
        .isEqualTo(
            "if=none,id=drive0,file=/projects/tide,, pool/data,,1.img,format=raw,"
                + "readonly=off,snapshot=on");
    assertThat(words).contains("virtio-blk-pci,drive=drive0,bootindex=0");
  }

  @Test
  void readOnlyDrivesHaveNoThrowAwayLayer() {
    var drive = new Drive("/abs/data.img", "qcow2", true, true, false);
    var words = QemuCommand.of(target("q35", "", List.of(drive), USER), plan(false)).words();

    assertThat(after(words, "-drive"))
        .endsWith("file=/abs/data.img,format=qcow2,readonly=on,snapshot=off");
    assertThat(words).contains("virtio-blk-pci,drive=drive0");
  }

  @Test
  void microvmHasItsDevicesOnMmio() {
    var drive = new Drive("d.img", "raw", false, true, false);
    var words = QemuCommand.of(target("microvm", "", List.of(drive), USER), plan(false)).words();

    assertThat(words)
        .contains(
            "virtio-net-device,netdev=nic0",
            "virtio-blk-device,drive=drive0",
            "virtio-mmio.force-legacy=false");
    assertThat(words).noneMatch(word -> word.contains("-pci"));
  }

  @Test
  void forwardsAreTheResolvedOnesAndTheGuestCannotReachOut() {
    var line = QemuCommand.of(target("q35", "", List.of(), USER), plan(false));

    assertThat(line.words()).contains("user,id=user0,restrict=on,hostfwd=tcp:127.0.0.1:8081-:80");
    var user = argument(line, "user,");
    assertThat(user.fields())
        .contains(
            FieldPath.target("default", "network", "forward", "0"),
            FieldPath.target("default", "network", "outbound"));
  }

  @Test
  void outboundIsTheOnlyWayToLiftTheRestriction() {
    var open = new Network("user", List.of(), List.of(), true);
    var words = QemuCommand.of(target("q35", "", List.of(), open), plan(false)).words();

    assertThat(words).anyMatch(word -> word.startsWith("user,id=user0,restrict=off"));
  }

  @Test
  void noNetworkMeansNoNetworkArgumentAtAll() {
    var words = QemuCommand.of(target("q35", "", List.of(), Network.NONE), plan(false)).words();

    assertThat(words).doesNotContain("-netdev");
    assertThat(words).noneMatch(word -> word.startsWith("virtio-net"));
  }

  @Test
  void tapStandsBehindTheRelayAndStartsNoScript() {
    var tap = new Network("tap", List.of(), List.of(), false, "tap,0", 3, true);
    var line = QemuCommand.of(target("q35", "", List.of(), tap), plan(false));

    assertThat(line.words())
        .containsSequence(
            "-netdev",
            "tap,id=tap0,ifname=tap,,0,script=no,downscript=no",
            "-netdev",
            "hubport,id=tap0port,hubid=0,netdev=tap0")
        .contains("virtio-net-pci,netdev=nic0,romfile=")
        .anyMatch(word -> word.startsWith("stream,id=host0"))
        .noneMatch(word -> word.startsWith("user,"));
    assertThat(argument(line, "tap,").fields())
        .contains(FieldPath.target("default", "network", "tap"));
  }

  @Test
  void aCardForVirtioOneAloneIsOneOnEveryBus() {
    var modern = USER.withLegacy(false);
    assertThat(QemuCommand.of(target("q35", "", List.of(), modern), plan(false)).words())
        .contains("virtio-net-pci,netdev=nic0,romfile=,disable-legacy=on");
    assertThat(QemuCommand.of(target("microvm", "", List.of(), modern), plan(false)).words())
        .contains("virtio-net-device,netdev=nic0", "virtio-mmio.force-legacy=false");
  }

  @Test
  void vsockIsADeviceWithoutACard() {
    var vsock = new Network("vsock", List.of(), List.of(), false, "", 42, true);
    var pci = QemuCommand.of(target("q35", "", List.of(), vsock), plan(false)).words();
    var mmio = QemuCommand.of(target("microvm", "", List.of(), vsock), plan(false)).words();

    assertThat(pci).containsSequence("-device", "vhost-vsock-pci,id=vsock0,guest-cid=42");
    assertThat(pci).doesNotContain("-netdev").noneMatch(word -> word.startsWith("virtio-net"));
    assertThat(mmio)
        .containsSequence("-global", "virtio-mmio.force-legacy=false")
        .containsSequence("-device", "vhost-vsock-device,id=vsock0,guest-cid=42");
  }

  @Test
  void rawArgumentsComeLastAndOnlyWhenTrusted() {
    var target = target("q35", "", List.of(), USER);

    assertThat(QemuCommand.of(target, plan(false)).words())
        .doesNotContain("-d", "vhost-vsock-pci,guest-cid=3");
    assertThat(QemuCommand.of(target, plan(true)).words())
        .containsSequence("-device", "vhost-vsock-pci,guest-cid=3", "-d", "int")
        .endsWith("-d", "int");
  }

  @Test
  void appendIsOneWordWhateverItHolds() {
    var append = "--motto \"it's\n$HOME\" --port 80";
    var words = QemuCommand.of(target("q35", append, List.of(), USER), plan(false)).words();

    assertThat(after(words, "-append")).isEqualTo(append);
  }

  @Test
  void memoryLightsUpBothOfItsArguments() {
    var line = QemuCommand.of(target("q35", "", List.of(), USER), plan(false));
    var memory = FieldPath.target("default", "memory");

    assertThat(line.arguments().stream().filter(a -> a.fields().contains(memory)))
        .extracting(Argument::option)
        .containsExactly("-m", "-object");
  }

  private static String after(List<String> words, String option) {
    return words.get(words.indexOf(option) + 1);
  }

  private static Argument argument(CommandLine line, String prefix) {
    return line.arguments().stream()
        .filter(a -> a.value().startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }
}
