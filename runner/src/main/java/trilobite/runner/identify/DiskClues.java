// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.model.project.MemorySize;
import trilobite.runner.image.FileBytes;

/// Disk images with a header of their own. Layouts: QEMU 7.2 `docs/interop/qcow2.txt`, VMware's
/// "Virtual Disk Format 5.0", QEMU `block/vdi.c`, Microsoft's VHDX and VHD specifications.
final class DiskClues {

  private static final int QCOW = 0xfb494651;
  private static final int VMDK = 0x564d444b;
  private static final int VDI = 0xbeda107f;
  private static final long SECTOR = 512;

  private DiskClues() {}

  static boolean look(FileBytes file, ByteBuffer head, Clues clues) throws IOException {
    if (word(head, 0) == QCOW) {
      qcow(file, head, clues);
    } else if (word(head, 0) == VMDK) {
      boot(clues.is("vmdk", "a VMDK disk" + size(wide(head, 12) * SECTOR)));
    } else if (starts(head, 0, "# Disk DescriptorFile")) {
      clues.is("vmdk", "the description of a VMDK disk; its data lie in files beside it");
      boot(clues);
    } else if (word(head, 0x40) == VDI) {
      boot(clues.is("vdi", "a VDI disk" + size(wide(head, 0x170))));
    } else if (starts(head, 0, "vhdxfile")) {
      boot(clues.is("vhdx", "a VHDX disk"));
    } else if (file.size() >= SECTOR && starts(file.from(file.size() - SECTOR, 8), 0, "conectix")) {
      boot(clues.is("vpc", "a VHD disk, as its last sector says"));
    } else {
      return false;
    }
    return true;
  }

  private static void boot(Clues clues) {
    clues.boots(Boot.DRIVE, "a machine boots from it as a drive");
  }

  private static void qcow(FileBytes file, ByteBuffer head, Clues clues) throws IOException {
    var header = head.duplicate().order(ByteOrder.BIG_ENDIAN);
    if (header.limit() < 72) {
      clues.isNothing("qcow2", "a qcow2 disk that is cut within its header");
      return;
    }
    int version = header.getInt(4);
    clues.is("qcow2", "a qcow2 disk, version " + version + size(header.getLong(24)));
    if (version != 2 && version != 3) {
      clues.bootsNot("QEMU reads versions 2 and 3 of that format");
      return;
    }
    boot(clues);
    if (header.getInt(32) != 0) {
      clues.why("it is encrypted: QEMU needs its key, which Trilobite does not ask for");
    }
    long at = header.getLong(8);
    int length = header.getInt(16);
    if (at != 0 && length > 0 && length <= 1023) {
      var bytes = file.from(at, length);
      var name = StandardCharsets.UTF_8.decode(bytes).toString().replaceAll("\\p{Cntrl}", "�");
      clues.why("it reads what it lacks from another file, which must be there: " + name);
    } else if (at != 0) {
      clues.why("it names a backing file of %d bytes, which makes no sense".formatted(length));
    }
  }

  private static String size(long bytes) {
    // A petabyte on a person's disk is a broken header.
    return bytes <= 0 || bytes > 1L << 50 ? "" : " of " + new MemorySize(bytes);
  }

  private static boolean starts(ByteBuffer bytes, int at, String text) {
    if (bytes.limit() < at + text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes.get(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int word(ByteBuffer head, int at) {
    return at + 4 <= head.limit() ? head.getInt(at) : 0;
  }

  private static long wide(ByteBuffer head, int at) {
    return at + 8 <= head.limit() ? head.getLong(at) : 0;
  }
}
