// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.util.List;
import trilobite.model.image.ImageIdentity.Boot;

/// For which monitor a Solo5 unikernel was linked. Layout and numbers: Solo5 `include/elf_abi.h`,
/// version 0.12.1, note "ABI1" of the owner "Solo5".
final class Solo5Note {

  private static final String OWNER = "Solo5";
  private static final int ABI1 = 0x31494241;
  private static final int VIRTIO = 3;
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
    if (target != VIRTIO) {
      clues.bootsNot(runner(name));
    } else if (clues.boot() != Boot.KERNEL) {
      clues.why("a virtio target of Solo5 should boot in QEMU, and this one lacks its header");
    }
    return true;
  }

  private static String runner(String target) {
    var rest =
        ": QEMU cannot boot it. Build it for virtio to boot it here, or start it there and attach"
            + " to that process";
    return switch (target) {
      case "hvt" -> "solo5-hvt runs it, on /dev/kvm" + rest;
      case "spt" -> "solo5-spt runs it, as a confined process" + rest;
      case "muen" -> "the Muen separation kernel runs it" + rest;
      case "genode" -> "Genode runs it" + rest;
      case "xen" -> "Xen runs it (xl create)" + rest;
      case String _ -> "its monitor is not known" + rest;
    };
  }
}
