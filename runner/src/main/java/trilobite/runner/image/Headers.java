// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import trilobite.model.check.ImageFacts;

/// Formats other than ELF, told by their first bytes, little-endian.
record Headers(ByteBuffer head) {

  ImageFacts facts(long size) {
    if (word(0x202) == 0x53726448) {
      return linux(size);
    }
    if (word(56) == 0x644d5241) {
      return ImageReader.plain(size, "image", "aarch64", true, "a Linux boot image for 64-bit ARM");
    }
    if (word(56) == 0x05435352) {
      return ImageReader.plain(size, "image", "riscv64", true, "a Linux boot image for RISC-V");
    }
    if (word(0) == 0xfb494651) {
      return disk(size, "qcow2", "a qcow2 disk image");
    }
    if (word(0) == 0x564d444b) {
      return disk(size, "vmdk", "a VMDK disk image");
    }
    if (half(0) == 0x8b1f) {
      return ImageReader.plain(size, "gzip", "", false, "a gzip file: unpack it first");
    }
    if (cpio()) {
      return ImageReader.plain(size, "cpio", "", false, "a cpio archive, fit as initrd only");
    }
    if (half(510) == 0xaa55) {
      return disk(size, "raw", "a raw disk image with a boot sector");
    }
    if (text()) {
      return ImageReader.plain(size, "text", "", false, "a text file, which nothing can boot");
    }
    return ImageReader.plain(size, "unknown", "", false, "its format is not known");
  }

  private static ImageFacts disk(long size, String format, String what) {
    return ImageReader.plain(
        size, format, "", false, what + ": it boots as a drive with boot = true, not by -kernel");
  }

  /// Linux's x86 boot protocol: `xloadflags` since 2.12 say whether the kernel is a 64-bit one.
  private ImageFacts linux(long size) {
    var version = half(0x206);
    var wide = version >= 0x20c && (word(0x236) & 1) != 0;
    return ImageReader.plain(
        size, "bzImage", wide ? "x86_64" : "i386", true, "a Linux kernel for the PC");
  }

  private boolean cpio() {
    // "070701" or "070702".
    var version = half(4);
    return word(0) == 0x37303730 && (version == 0x3130 || version == 0x3230);
  }

  private int half(int at) {
    return at + 2 <= head.limit() ? Short.toUnsignedInt(head.getShort(at)) : 0;
  }

  private int word(int at) {
    return at + 4 <= head.limit() ? head.getInt(at) : 0;
  }

  /// Characters and white space only, and valid UTF-8 but for one that the read cut through.
  private boolean text() {
    for (var i = 0; i < head.limit(); i++) {
      var b = head.get(i);
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != 0x1b && b != '\f') {
        return false;
      }
    }
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return !decoder.decode(head.duplicate(), CharBuffer.allocate(head.limit()), false).isError();
  }
}
