// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.runner.image.FileBytes;

/// What boots from its first sectors: an ISO image and a raw disk. Layouts: ECMA-119, the El Torito
/// specification 1.0, UEFI specification 2.10 chapter 5.
final class SectorClues {

  private static final int SECTOR = 512;
  private static final int CD_SECTOR = 2048;
  private static final long BOOT_RECORD = 17L * CD_SECTOR;
  private static final int EFI_PLATFORM = 0xef;
  private static final int GPT_TYPE = 0xee;

  private SectorClues() {}

  static boolean iso(FileBytes file, Clues clues) throws IOException {
    var volume = file.from(16L * CD_SECTOR, CD_SECTOR);
    if (!text(volume, 1, 5).equals("CD001")) {
      return false;
    }
    var label = text(volume, 40, 32).strip();
    clues.is("iso", "an ISO 9660 image" + (label.isEmpty() ? "" : " called “" + label + "”"));
    var record = file.from(BOOT_RECORD, CD_SECTOR);
    if (!text(record, 7, 23).equals("EL TORITO SPECIFICATION")) {
      clues.bootsNot("it has no El Torito boot record, so no machine boots from it");
      return true;
    }
    var catalogue = file.from(Integer.toUnsignedLong(record.getInt(0x47)) * CD_SECTOR, CD_SECTOR);
    if (catalogue.limit() < 64 || catalogue.get(0) != 1) {
      clues.bootsNot("its El Torito boot catalogue is missing or cut");
    } else if (Byte.toUnsignedInt(catalogue.get(1)) == EFI_PLATFORM) {
      clues.bootsNot("its boot catalogue is for UEFI alone, and QEMU's own firmware is a BIOS");
    } else {
      clues.boots(Boot.CDROM, "an El Torito boot record makes PC firmware boot it as a CD");
      clues.arch("x86_64");
    }
    return true;
  }

  static boolean disk(FileBytes file, ByteBuffer head, Clues clues) throws IOException {
    if (head.limit() < SECTOR || Short.toUnsignedInt(head.getShort(510)) != 0xaa55) {
      return false;
    }
    clues.is("raw", "a raw disk with a boot sector");
    var parts = new ArrayList<String>();
    boolean guid = false;
    for (int i = 0; i < 4; i++) {
      int at = 446 + 16 * i;
      int type = Byte.toUnsignedInt(head.get(at + 4));
      long first = Integer.toUnsignedLong(head.getInt(at + 8));
      long length = Integer.toUnsignedLong(head.getInt(at + 12));
      guid |= type == GPT_TYPE;
      if (type != 0 && length > 0 && Byte.toUnsignedInt(head.get(at)) % 0x80 == 0) {
        parts.add("type %02x at sector %d, %d sectors".formatted(type, first, length));
        if (type != GPT_TYPE && (first + length) * SECTOR > file.size()) {
          clues.why("partition " + (i + 1) + " reaches beyond the file's end: it may be cut");
        }
      }
    }
    guid &= text(head, SECTOR, 8).equals("EFI PART");
    if (guid) {
      clues.why("it has a GUID partition table");
    } else if (!parts.isEmpty()) {
      clues.why("its partition table: " + String.join("; ", parts));
    }
    if (blank(head)) {
      clues.bootsNot("its boot sector holds no code, so a PC's firmware finds nothing to start");
    } else {
      clues.boots(Boot.DRIVE, "a PC boots from it as a drive");
    }
    return true;
  }

  /// True where the sector has no code, which would begin in its first bytes.
  private static boolean blank(ByteBuffer head) {
    for (int i = 0; i < 64; i++) {
      if (head.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  private static String text(ByteBuffer bytes, int at, int length) {
    if (bytes.limit() < at + length) {
      return "";
    }
    var out = new byte[length];
    bytes.get(at, out);
    var whole = new String(out, StandardCharsets.ISO_8859_1);
    int end = whole.indexOf('\0');
    var text = end < 0 ? whole : whole.substring(0, end);
    return text.matches("\\p{Print}*") ? text : "";
  }
}
