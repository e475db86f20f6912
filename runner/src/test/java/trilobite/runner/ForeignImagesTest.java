// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.vitals.Vital;

/// Images that others made, from Debian's packages ipxe, memtest86+, u-boot-qemu and
/// linux-image-cloud-amd64: told apart, and booted as they are.
@Tag("qemu")
class ForeignImagesTest {

  private static final Path UBOOT = Path.of("/usr/lib/u-boot");

  @RegisterExtension final OwnBench bench = new OwnBench();

  private LiveGuest boot(Path file, Boot how, String os) throws Exception {
    var image = bench.workbench().images().identify(file);
    assertThat(image.boot()).as(String.valueOf(image.why())).isEqualTo(how);
    assertThat(image.os()).startsWith(os);
    var folder = bench.workbench().images().project(image);
    assertThat(bench.workbench().projects().trustQuestion(folder).trusted()).isFalse();
    return bench.boot(folder);
  }

  private static void awaitConsole(LiveGuest guest, String text) throws InterruptedException {
    Waiting.until("the console says " + text, () -> console(guest).contains(text));
  }

  private static String console(LiveGuest guest) {
    var all = new byte[(int) guest.console().length()];
    return new String(all, 0, guest.console().read(0, all), UTF_8);
  }

  private static void awaitPackets(LiveGuest guest) throws InterruptedException {
    Waiting.until(
        "it asks for an address",
        () -> {
          var sent = guest.vitals().latest().get(Vital.NET_TX_PACKETS);
          return sent != null && sent.value().orElse(0.0) > 0;
        });
  }

  @Test
  void memtestWritesOnTheSerialLine() throws Exception {
    var guest = boot(Path.of("/boot/memtest86+x64.bin"), Boot.KERNEL, "Memtest86+");
    awaitConsole(guest, "Memtest86+");
    guest.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "qemu-x86/u-boot.rom, x86_64",
    "qemu_arm64/u-boot.bin, aarch64",
    "qemu-riscv64/u-boot.bin, riscv64"
  })
  void bootLoadersTalkAndAskForAnAddress(String file, String arch) throws Exception {
    var guest = boot(UBOOT.resolve(file), Boot.FIRMWARE, "U-Boot 20");
    awaitConsole(guest, "U-Boot 20");
    awaitPackets(guest);
    Waiting.until("CPU", () -> guest.vitals().latest().get(Vital.CPU) != null);
    if (!arch.equals("x86_64")) {
      Waiting.until(
          "the eyes say why",
          () ->
              guest.eyes().threads() instanceof Measured.Unknown<?> unknown
                  && unknown.reason().why().contains(arch + " are not read yet"));
    }
    guest.stop();
  }

  /// Without a root file system it ends in a panic, which is no business of this test.
  @Test
  void theCloudKernelBootsAsABzImage() throws Exception {
    var folder = Files.createDirectory(bench.home().resolve("kernel"));
    var script = Path.of("../resources/templates/linux-microvm/get-package").toRealPath();
    var got =
        new ProcessBuilder("bash", script.toString(), "linux-image-cloud-amd64", "image")
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(got.waitFor()).isZero();
    try (var files = Files.list(folder.resolve("image/boot"))) {
      var kernel = files.filter(f -> f.getFileName().toString().startsWith("vmlinuz-")).findFirst();
      assertThat(bench.workbench().images().identify(kernel.orElseThrow()).format())
          .isEqualTo("bzImage");
      var guest = boot(kernel.orElseThrow(), Boot.KERNEL, "Linux");
      awaitConsole(guest, "Linux version");
      guest.stop();
    }
  }

  @Test
  void ipxeBootsAsAKernelAsACdAndAsADisk() throws Exception {
    var kernel = boot(Path.of("/usr/lib/ipxe/ipxe.lkrn"), Boot.KERNEL, "iPXE");
    var cd = boot(Path.of("/usr/lib/ipxe/ipxe.iso"), Boot.CDROM, "");
    var disk = bench.home().resolve("a disk.qcow2");
    var made =
        new ProcessBuilder(
                "qemu-img", "convert", "-O", "qcow2", "/usr/lib/ipxe/ipxe.iso", disk.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    var drive = boot(disk, Boot.DRIVE, "");
    for (var guest : new LiveGuest[] {kernel, cd, drive}) {
      awaitPackets(guest);
      guest.stop();
    }
  }
}
