// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.check.ImageFacts;

class ImageReaderTest {

  @TempDir Path folder;

  private ImageFacts facts(byte[] bytes) throws IOException {
    return ImageReader.facts(Files.write(folder.resolve("image"), bytes));
  }

  private static byte[] multiboot(int flags) {
    return ByteBuffer.allocate(64)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x1BADB002)
        .putInt(flags)
        .putInt(-(0x1BADB002 + flags))
        .array();
  }

  @Test
  void aPvhKernelBoots() throws IOException {
    var facts = facts(new ElfBuilder(64).pvh(0x100000).buildId("0102").bytes());
    assertThat(facts.format()).isEqualTo("elf64");
    assertThat(facts.arch()).isEqualTo("x86_64");
    assertThat(facts.bootable()).isTrue();
    assertThat(facts.why()).contains("PVH");
    assertThat(facts.buildId()).contains("0102");
  }

  @Test
  void multibootBootsWhereQemuTakesIt() throws IOException {
    assertThat(facts(new ElfBuilder(64).payload(multiboot(1 << 16)).bytes()).bootable()).isTrue();
    assertThat(facts(new ElfBuilder(64).payload(multiboot(3)).bytes()).why()).contains("objcopy");
    assertThat(facts(new ElfBuilder(64).payload(multiboot(3)).bytes()).bootable()).isFalse();
    var wrapped = new ElfBuilder(32).machine(3, ByteOrder.LITTLE_ENDIAN).payload(multiboot(3));
    assertThat(facts(wrapped.bytes()).bootable()).isTrue();
    assertThat(facts(wrapped.bytes()).format()).isEqualTo("elf32");
  }

  @Test
  void anOrdinaryProgramDoesNot() throws IOException {
    assertThat(facts(new ElfBuilder(64).bytes()).bootable()).isFalse();
    assertThat(facts(new ElfBuilder(64).pvh(1).loadsNothing().bytes()).why()).contains("debug");
  }

  @Test
  void otherArchitecturesAreNamed() throws IOException {
    var arm = facts(new ElfBuilder(64).machine(183, ByteOrder.LITTLE_ENDIAN).bytes());
    assertThat(arm.arch()).isEqualTo("aarch64");
    assertThat(arm.bootable()).isTrue();
    var riscv = facts(new ElfBuilder(64).machine(243, ByteOrder.LITTLE_ENDIAN).bytes());
    assertThat(riscv.arch()).isEqualTo("riscv64");
    var odd = facts(new ElfBuilder(64).machine(9999, ByteOrder.LITTLE_ENDIAN).bytes());
    assertThat(odd.arch()).isEmpty();
    assertThat(odd.bootable()).isFalse();
  }

  @Test
  void linuxKernelsAreKnown() throws IOException {
    var image = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    image.putShort(510, (short) 0xaa55).putInt(0x202, 0x53726448).putShort(0x206, (short) 0x20f);
    assertThat(facts(image.array()).arch()).isEqualTo("i386");
    image.putShort(0x236, (short) 1);
    assertThat(facts(image.array()))
        .isEqualTo(ImageReader.plain(1024, "bzImage", "x86_64", true, "a Linux kernel for the PC"));
  }

  @Test
  void disksAndArchivesAreNoKernels() throws IOException {
    var boot = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    boot.putShort(510, (short) 0xaa55);
    assertThat(facts(boot.array()).format()).isEqualTo("raw");
    assertThat(facts(new byte[] {'Q', 'F', 'I', (byte) 0xfb, 0, 0, 0, 3}).format())
        .isEqualTo("qcow2");
    assertThat(facts(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}).format()).isEqualTo("gzip");
    assertThat(facts("070701000".getBytes(StandardCharsets.US_ASCII)).format()).isEqualTo("cpio");
  }

  @Test
  void textEmptyAndNoiseAreSaidSo() throws IOException {
    assertThat(facts(new byte[0]).format()).isEqualTo("empty");
    assertThat(facts("#!/bin/sh\necho grüß\n".getBytes(StandardCharsets.UTF_8)).format())
        .isEqualTo("text");
    // A character that the read cuts in two does not make a text binary.
    assertThat(facts(("x" + "ü".repeat(10_000)).getBytes(StandardCharsets.UTF_8)).format())
        .isEqualTo("text");
    var noise = new byte[10_000];
    new Random(3).nextBytes(noise);
    noise[0] = 1;
    assertThat(facts(noise).format()).isEqualTo("unknown");
    assertThat(facts(noise).bootable()).isFalse();
  }

  @Test
  void whatIsNotAFileIsSaidSo() {
    assertThat(ImageReader.facts(folder.resolve("none")).exists()).isFalse();
    assertThat(ImageReader.facts(folder).why()).contains("not a file");
  }

  @Test
  void anInterruptedReadingSaysSo() throws IOException {
    var file = Files.write(folder.resolve("image"), new byte[100]);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> LoadedSections.of(file)).hasMessageContaining("was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
