// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.runner.identify.Notes.Note;

/// For which monitor a Solo5 unikernel was linked, and which devices it declares: it does not start
/// with others. Layouts: Solo5 0.12.1, `include/elf_abi.h` (note "ABI1") and `include/mft_abi.h`
/// (note "MFT1"), as x86-64 lays them out.
final class Solo5Note {

  private static final String OWNER = "Solo5";
  private static final int ABI1 = 0x31494241;
  private static final int MFT1 = 0x3154464d;
  private static final int VIRTIO = 3;
  private static final int COUNT_AT = 8;
  private static final int ENTRIES_AT = 12;
  private static final int ENTRY = 104;
  private static final int NAME = 68;
  private static final int BLOCK = 1;
  private static final int NET = 2;
  private static final List<String> TARGETS =
      List.of("none", "hvt", "spt", "virtio", "muen", "genode", "xen");

  private Solo5Note() {}

  /// Adds what the note says; false where there is none.
  static boolean look(Notes notes, Clues clues) {
    var note = notes.find(OWNER, ABI1).filter(n -> n.content().remaining() >= 8);
    if (note.isEmpty()) {
      return false;
    }
    var target = note.get().content().getInt(0);
    var version = Integer.toUnsignedString(note.get().content().getInt(4));
    var name = target > 0 && target < TARGETS.size() ? TARGETS.get(target) : "number " + target;
    clues.why("a Solo5 note says ABI target " + name + ", version " + version);
    devices(notes, clues);
    if (target != VIRTIO) {
      clues.bootsNot(runner(name));
    } else if (clues.boot() != Boot.KERNEL) {
      clues.why("a virtio target of Solo5 should boot in QEMU, and this one lacks its header");
    }
    return true;
  }

  /// The first entry is the manifest's own.
  private static void devices(Notes notes, Clues clues) {
    var manifest = notes.find(OWNER, MFT1).map(Note::content);
    if (manifest.isEmpty() || manifest.get().remaining() < ENTRIES_AT) {
      return;
    }
    var bytes = manifest.get();
    int fit = (bytes.remaining() - ENTRIES_AT) / ENTRY;
    int count = Math.clamp(bytes.getInt(COUNT_AT), 0, fit);
    var cards = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      int at = ENTRIES_AT + i * ENTRY;
      var name = new byte[NAME];
      bytes.get(at, name);
      var text = new String(name, StandardCharsets.ISO_8859_1).replaceAll("(?s)\\P{Print}.*", "");
      switch (bytes.getInt(at + NAME)) {
        case NET -> cards.add(text);
        case BLOCK ->
            clues.why("its manifest declares the disk “" + text + "”: add a drive for it");
        default -> {}
      }
    }
    if (cards.isEmpty()) {
      clues.noCard("its manifest declares no network card, and it does not start with one");
    } else {
      clues.why("its manifest declares the network card " + String.join(", ", cards));
    }
  }

  private static String runner(String target) {
    var rest =
        ": QEMU cannot boot it. Build it for virtio to boot it here, or start it there and attach"
            + " to that process";
    return switch (target) {
      case "hvt" -> "solo5-hvt runs it, on /dev/kvm (solo5-hvt -- FILE)" + rest;
      case "spt" -> "solo5-spt runs it, as a confined process" + rest;
      case "muen" -> "the Muen separation kernel runs it" + rest;
      case "genode" -> "Genode runs it" + rest;
      case "xen" -> "Xen runs it (xl create)" + rest;
      case String _ -> "its monitor is not known" + rest;
    };
  }
}
