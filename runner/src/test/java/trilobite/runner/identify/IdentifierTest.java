// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.image.ImageIdentity;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.runner.image.ElfBuilder;
import trilobite.runner.project.TomlProjectFormat;

class IdentifierTest {

  private static Identifier identifier = new Identifier(new Kinds(java.util.List.of()));

  @TempDir Path folder;

  @BeforeAll
  static void readKinds() throws IOException {
    identifier =
        new Identifier(KindReader.load(Path.of("/nowhere"), new KindStore(Path.of("/dev/null"))));
  }

  private ImageIdentity identify(String name, byte[] bytes) throws IOException {
    return identifier.identify(Files.write(folder.resolve(name), bytes));
  }

  private ImageIdentity sample(String name) throws IOException {
    return identify(name, Samples.all().get(name));
  }

  @Test
  void eachFormatIsNamedWithHowItBoots() throws IOException {
    var found = new java.util.TreeMap<String, String>();
    for (var name : Samples.all().keySet()) {
      var one = sample(name);
      found.put(name, one.format() + " " + one.arch() + " " + one.machine() + " " + one.boot());
      assertThat(one.recognised()).as(name).isTrue();
    }
    assertThat(found)
        .containsEntry("pvh.elf", "elf64 x86_64 q35 KERNEL")
        .containsEntry("hvt.elf", "elf64 x86_64  NONE")
        .containsEntry("virtio.elf", "elf64 x86_64 pc KERNEL")
        .containsEntry("bzImage", "bzImage x86_64 q35 KERNEL")
        .containsEntry("arm64", "image aarch64 virt KERNEL")
        .containsEntry("riscv", "image riscv64 virt KERNEL")
        .containsEntry("disk.qcow2", "qcow2  q35 DRIVE")
        .containsEntry("disk.vdi", "vdi  q35 DRIVE")
        .containsEntry("disk.vmdk", "vmdk  q35 DRIVE")
        .containsEntry("disk.raw", "raw  q35 DRIVE")
        .containsEntry("cd.iso", "iso x86_64 q35 CDROM")
        .containsEntry("bios.rom", "rom x86_64 pc FIRMWARE")
        .containsEntry("packed.gz", "gzip   NONE");
  }

  @Test
  void aNetworkStackIsNoKernel() throws IOException {
    var elf = new ElfBuilder(64).pvh(0x100000);
    for (var symbol : java.util.List.of("tcp_active_pcbs", "tcp_tw_pcbs", "tcp_listen_pcbs")) {
      elf.global(symbol, 0x101000, 8);
    }
    assertThat(identify("alone.elf", elf.bytes()).os()).isEmpty();
    for (var symbol :
        java.util.List.of("kas_kern_offset", "kernel_shutdown", "init_kernel_heaps")) {
      elf.global(symbol, 0x101000, 8);
    }
    assertThat(identify("kernel.elf", elf.bytes()).os()).isEqualTo("Nanos");
  }

  @Test
  void itSaysWhy() throws IOException {
    assertThat(sample("hvt.elf").why()).anySatisfy(w -> assertThat(w).contains("solo5-hvt runs"));
    assertThat(sample("virtio.elf").os()).isEqualTo("Solo5");
    assertThat(sample("virtio.elf").card()).isTrue();
    assertThat(sample("virtio.elf").why()).anySatisfy(w -> assertThat(w).contains("service0"));
    var alone = identify("alone.elf", Samples.solo5(3, java.util.Map.of("data", 1)));
    assertThat(alone.card()).isFalse();
    assertThat(alone.why()).anySatisfy(w -> assertThat(w).contains("disk “data”"));
    assertThat(sample("bzImage").os()).isEqualTo("Linux 6.1.0-30-cloud-amd64");
    assertThat(sample("bzImage").append()).isEqualTo("console=ttyS0");
    assertThat(sample("disk.qcow2").why())
        .anySatisfy(w -> assertThat(w).contains("version 3 of 1 GiB"))
        .anySatisfy(w -> assertThat(w).contains("another file", "base.img"));
    assertThat(sample("cd.iso").why()).anySatisfy(w -> assertThat(w).contains("A LABEL"));
    assertThat(sample("bios.rom").os()).isEqualTo("U-Boot 2023.01+dfsg");
    assertThat(sample("packed.gz").why()).anySatisfy(w -> assertThat(w).contains("gunzip"));
    assertThat(sample("pvh.elf").buildId()).contains("0102");
    var xen =
        identify("xen.elf", new ElfBuilder(64).note("Xen", 1, ByteBuffer.allocate(8)).bytes());
    assertThat(xen.bootable()).isFalse();
    assertThat(xen.why()).anySatisfy(w -> assertThat(w).contains("xl create", "xl console"));
    var uefi = identify("uefi.iso", Samples.iso(0xef));
    assertThat(uefi.bootable()).isFalse();
    assertThat(uefi.why()).anySatisfy(w -> assertThat(w).contains("UEFI"));
  }

  @Test
  void kernelsAreKnownByTextsSymbolsAndNotes() throws IOException {
    var text = "zz\0Powered by Unikraft Calypso (0.17.0~eaf6fda)\n\0".getBytes(UTF_8);
    assertThat(identify("a", new ElfBuilder(64).pvh(1).payload(text).bytes()).os())
        .isEqualTo("Unikraft 0.17.0~eaf6fda");
    // As a real image of 0.17.0 has it: the art, then the words apart from the version.
    var apart =
        "Powered by\no.   .o       _ _   \0Unikraft Calypso (0.17.0~eaf6fda1)\0".getBytes(UTF_8);
    var banner = identify("e", new ElfBuilder(64).pvh(1).payload(apart).bytes());
    assertThat(banner.os()).isEqualTo("Unikraft 0.17.0~eaf6fda1");
    assertThat(banner.why()).contains("Unikraft: it holds “Unikraft Calypso (0.17.0~eaf6fda1)”");
    var named = new ElfBuilder(64).global("bmk_sched_init", 1, 8).global("rumprun_boot", 9, 8);
    assertThat(identify("b", named.payload(Samples.multiboot(1 << 16)).bytes()).profile())
        .isEqualTo("rumprun");
    var hermit = "Welcome to Hermit 0.13.0Git version: ".getBytes(UTF_8);
    // As cargo's image of 0.13.2 has it: a tag that says its system is number 6, not Linux.
    var tag = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt(6).putInt(0);
    var application =
        identify(
            "c",
            new ElfBuilder(64)
                .payload(hermit)
                .note("GNU", 1, tag.putInt(13).putInt(2).rewind())
                .bytes());
    assertThat(application.why()).noneMatch(why -> why.contains("Linux"));
    assertThat(application.os()).isEqualTo("Hermit 0.13.0");
    assertThat(application.why()).anySatisfy(w -> assertThat(w).contains("this file as initrd"));
    var ocaml = "lib/mirage_runtime.ml\0Solo5: Bindings version %s\n".getBytes(UTF_8);
    assertThat(identify("d", new ElfBuilder(64).pvh(1).payload(ocaml).bytes()).os())
        .isEqualTo("MirageOS on Solo5");
  }

  @Test
  void aWrapperIsMatchedWithItsSymbolsByCodeAndByBuildId() throws IOException {
    var code = new byte[600];
    new Random(1).nextBytes(code);
    System.arraycopy(Samples.multiboot(3), 0, code, 0, 128);
    var symbols = new ElfBuilder(64).payload(code).global("main", 1, 4);
    symbols.write(folder.resolve("app_qemu-x86_64.dbg"));
    var wrapper = new ElfBuilder(32).machine(3, ByteOrder.LITTLE_ENDIAN).payload(code);
    var found = identify("app_qemu-x86_64", wrapper.bytes());
    assertThat(found.symbols()).contains(folder.resolve("app_qemu-x86_64.dbg"));
    assertThat(found.arch()).isEqualTo("x86_64");
    assertThat(found.why()).anySatisfy(w -> assertThat(w).contains("32-bit wrapper"));

    code[500]++;
    var other = new ElfBuilder(32).machine(3, ByteOrder.LITTLE_ENDIAN).payload(code);
    assertThat(identify("app_qemu-x86_64", other.bytes()).symbols()).isEmpty();

    new ElfBuilder(64).buildId("aa").global("main", 1, 4).write(folder.resolve("k.dbg"));
    assertThat(identify("k.elf", new ElfBuilder(64).pvh(1).buildId("aa").bytes()).symbols())
        .isPresent();
    assertThat(identify("k.elf", new ElfBuilder(64).pvh(1).buildId("bb").bytes()).why())
        .anySatisfy(w -> assertThat(w).contains("another build-id"));
  }

  @Test
  void whatIsNoImageIsSaidSo() throws IOException {
    assertThat(identify("empty", new byte[0]).recognised()).isFalse();
    assertThat(identify("text", "#!/bin/sh\n".getBytes(UTF_8)).format()).isEqualTo("text");
    var noise = new byte[70_000];
    new Random(3).nextBytes(noise);
    assertThat(identify("noise", noise).recognised()).isFalse();
    assertThat(identifier.identify(folder).recognised()).isFalse();
    assertThatThrownBy(() -> identifier.identify(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  @Tag("bad:image-cut")
  void anImageCutAnywhereIsAnsweredInWords() throws IOException {
    for (var sample : Samples.all().entrySet()) {
      var bytes = sample.getValue();
      // All of the headers, then wide steps: the rest is padding.
      for (int cut = 0; cut < bytes.length; cut += cut < 256 ? 1 : cut < 600 ? 37 : 4999) {
        var found = identify("cut", java.util.Arrays.copyOf(bytes, cut));
        assertThat(found.why()).as(sample.getKey() + " cut at " + cut).isNotEmpty();
        assertThat(found.bytes()).isEqualTo(cut);
      }
    }
  }

  @Test
  @Tag("bad:image-mutated")
  void fiveHundredMutatedImagesAreAnsweredInWords() throws IOException {
    var random = new Random(20);
    var samples = Samples.all().values().toArray(byte[][]::new);
    for (int i = 0; i < 500; i++) {
      var bytes = samples[i % samples.length].clone();
      IntStream.range(0, 1 + random.nextInt(8))
          .forEach(
              _ ->
                  bytes[random.nextInt(Math.min(bytes.length, 1024))] = (byte) random.nextInt(256));
      assertThat(identify("mutated", bytes).why()).isNotEmpty();
    }
  }

  @Test
  void aProjectIsMadeOnceAndKeepsWhatWasChanged() throws IOException {
    var images =
        new LocalImages(
            folder.resolve("c"), folder.resolve("s"), folder.resolve("k"), new TomlProjectFormat());
    var file = Files.write(folder.resolve("a \"b\".iso"), Samples.iso(0));
    var made = images.project(images.identify(file));
    var toml = Files.readString(made.resolve("trilobite.toml"));
    var target =
        new TomlProjectFormat().parse(toml).project().orElseThrow().targets().get("default");
    assertThat(target.drives().getFirst().file()).isEqualTo(file.toString());
    assertThat(target.drives().getFirst().cdrom()).isTrue();
    Files.writeString(made.resolve("trilobite.toml"), toml + "# mine\n");
    assertThat(images.project(images.identify(file))).isEqualTo(made);
    assertThat(Files.readString(made.resolve("trilobite.toml"))).endsWith("# mine\n");

    var none = images.identify(Files.write(folder.resolve("x.gz"), Samples.gzip(new byte[9])));
    assertThatThrownBy(() -> images.project(none)).hasMessageContaining("unpack it first");
    assertThat(Boot.NONE).isEqualTo(none.boot());
  }
}
