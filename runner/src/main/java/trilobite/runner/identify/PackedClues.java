// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPInputStream;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.runner.image.ElfReader;

/// Compressed files and archives. Of gzip a little is unpacked, to say what is in it.
final class PackedClues {

  private static final int LITTLE = 4096;

  private PackedClues() {}

  static boolean look(ByteBuffer head, Clues clues) {
    int begin = word(head, 0);
    if ((begin & 0xffff) == 0x8b1f) {
      gzip(head, clues);
    } else if (begin == 0x587a37fd) {
      packed(clues, "xz", "unxz -k");
    } else if (begin == 0xfd2fb528) {
      packed(clues, "zstd", "unzstd");
    } else if (begin == 0x184d2204) {
      packed(clues, "lz4", "unlz4");
    } else if (begin == 0x37303730) {
      clues
          .is("cpio", "a cpio archive")
          .bootsNot("it is fit as an initial ramdisk beside a kernel, not alone");
    } else {
      return false;
    }
    return true;
  }

  private static void packed(Clues clues, String format, String command) {
    clues.is(format, "a file packed by " + format).bootsNot("unpack it first: " + command);
  }

  private static void gzip(ByteBuffer head, Clues clues) {
    var inside = unpacked(head);
    if (inside.limit() >= 20 && ElfReader.looksLikeElf(inside)) {
      clues
          .is("gzip", "an ELF file of " + (inside.get(4) == 1 ? 32 : 64) + " bits, packed by gzip")
          .bootsNot("QEMU takes no packed ELF: unpack it first, by gunzip -k");
    } else if (inside.limit() >= 64 && LinuxClues.other(inside, new Clues(clues.file(), 0))) {
      LinuxClues.other(inside, clues);
      clues.is("gzip", "packed by gzip");
      if (!clues.arch().equals("aarch64")) {
        clues.bootsNot("QEMU unpacks such kernels for ARM alone: unpack it first, by gunzip -k");
      } else {
        clues.boots(Boot.KERNEL, "QEMU unpacks it");
      }
    } else if (inside.limit() >= 6 && word(inside, 0) == 0x37303730) {
      clues
          .is("gzip", "a cpio archive packed by gzip")
          .bootsNot("it is fit as an initial ramdisk beside a kernel, not alone");
    } else {
      packed(clues, "gzip", "gunzip -k");
    }
  }

  /// The first bytes of what is packed; fewer, or none, where the packing is broken or cut.
  private static ByteBuffer unpacked(ByteBuffer head) {
    var packed = new byte[head.limit()];
    head.get(0, packed);
    var out = new byte[LITTLE];
    int length = 0;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      for (int some = 0; some >= 0 && length < out.length; length += Math.max(0, some)) {
        some = in.read(out, length, out.length - length);
      }
    } catch (IOException e) {
      // What came until here is still what the file begins with.
    }
    return ByteBuffer.wrap(out, 0, length).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int word(ByteBuffer head, int at) {
    return at + 4 <= head.limit() ? head.getInt(at) : 0;
  }
}
