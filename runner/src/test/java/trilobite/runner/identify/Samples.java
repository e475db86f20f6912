// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import trilobite.runner.image.ElfBuilder;

/// Small images of each format, byte by byte as their specifications have them.
final class Samples {

  private Samples() {}

  /// All of them by name.
  static Map<String, byte[]> all() {
    var all = new LinkedHashMap<String, byte[]>();
    all.put("pvh.elf", new ElfBuilder(64).pvh(0x100000).buildId("0102").bytes());
    all.put("hvt.elf", solo5(1, Map.of()));
    all.put("virtio.elf", solo5(3, Map.of("service0", 2)));
    all.put("bzImage", bzImage());
    all.put("arm64", boot(0x644d5241));
    all.put("riscv", boot(0x05435352));
    all.put("disk.qcow2", qcow("base.img"));
    all.put("disk.vdi", vdi());
    all.put("disk.vmdk", words(4096, Map.of(0, 0x564d444b, 12, 2048)));
    all.put("disk.raw", disk());
    all.put("cd.iso", iso(0));
    all.put("bios.rom", rom());
    all.put("packed.gz", gzip(all.get("pvh.elf")));
    return all;
  }

  static byte[] solo5(int target, Map<String, Integer> devices) {
    var content = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(target).putInt(2).rewind();
    return new ElfBuilder(64)
        .payload(multiboot(1 << 16))
        .note("Solo5", 0x31494241, content)
        .note("Solo5", 0x3154464d, manifest(devices))
        .bytes();
  }

  /// The manifest's own entry, then one a device, each with its type.
  private static ByteBuffer manifest(Map<String, Integer> devices) {
    var content = ByteBuffer.allocate(12 + 104 * (1 + devices.size()));
    content.order(ByteOrder.LITTLE_ENDIAN).putInt(4, 1).putInt(8, 1 + devices.size());
    content.putInt(12 + 68, 1 << 30);
    int at = 12 + 104;
    for (var device : devices.entrySet()) {
      content.put(at, device.getKey().getBytes(StandardCharsets.US_ASCII));
      content.putInt(at + 68, device.getValue());
      at += 104;
    }
    return content;
  }

  static byte[] multiboot(int flags) {
    return ByteBuffer.allocate(128)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x1BADB002)
        .putInt(flags)
        .putInt(-(0x1BADB002 + flags))
        .array();
  }

  /// Protocol 2.15, 64 bits, four setup sectors, a version as Linux writes it.
  static byte[] bzImage() {
    var image = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
    image.put(0x1f1, (byte) 4).putShort(510, (short) 0xaa55).putInt(0x202, 0x53726448);
    image.putShort(0x206, (short) 0x20f).put(0x211, (byte) 1).putShort(0x236, (short) 1);
    image.putShort(0x20e, (short) 0x200);
    var version = "6.1.0-30-cloud-amd64 (debian-kernel@lists.debian.org) #1 SMP x\0";
    image.position(0x400).put(version.getBytes(StandardCharsets.US_ASCII));
    return image.array();
  }

  private static byte[] boot(int magic) {
    return words(4096, Map.of(0, 0x14000010, 56, magic));
  }

  static byte[] qcow(String backing) {
    var image = ByteBuffer.allocate(1024);
    image.putInt(0x514649fb).putInt(3);
    image.putLong(backing.isEmpty() ? 0 : 512).putInt(backing.length()).putInt(16);
    image.putLong(1L << 30);
    image.position(512).put(backing.getBytes(StandardCharsets.US_ASCII));
    return image.array();
  }

  private static byte[] vdi() {
    return words(1024, Map.of(0x40, 0xbeda107f, 0x170, 1 << 20));
  }

  /// A boot sector with code and one partition from sector 1 to the end.
  static byte[] disk() {
    var image = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
    image.put(0, (byte) 0xfa).putShort(510, (short) 0xaa55);
    image.put(446, (byte) 0x80).put(450, (byte) 0x83).putInt(454, 1).putInt(458, 15);
    return image.array();
  }

  /// @param platform of its boot catalogue, 0 for a PC with a BIOS
  static byte[] iso(int platform) {
    var image = ByteBuffer.allocate(20 * 2048).order(ByteOrder.LITTLE_ENDIAN);
    text(image, 16 * 2048, "\u0001CD001\u0001\0");
    text(image, 16 * 2048 + 40, "A LABEL");
    text(image, 17 * 2048, "\0CD001\u0001EL TORITO SPECIFICATION");
    image.putInt(17 * 2048 + 0x47, 18).put(18 * 2048, (byte) 1);
    return image.put(18 * 2048 + 1, (byte) platform).array();
  }

  private static byte[] rom() {
    var image = ByteBuffer.allocate(1 << 16);
    text(image, 100, "U-Boot 2023.01+dfsg (Jun 22 2026)");
    return image.put((1 << 16) - 16, (byte) 0xe9).array();
  }

  static byte[] gzip(byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void text(ByteBuffer image, int at, String text) {
    image.put(at, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] words(int size, Map<Integer, Integer> words) {
    var image = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    words.forEach(image::putInt);
    return image.array();
  }
}
