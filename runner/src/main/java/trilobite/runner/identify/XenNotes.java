// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.nio.charset.StandardCharsets;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.runner.identify.Notes.Note;

/// What an image tells a Xen loader. Numbers: Xen `xen/include/public/elfnote.h`.
final class XenNotes {

  private static final String OWNER = "Xen";
  private static final int ENTRY = 1;
  private static final int GUEST_OS = 6;

  private XenNotes() {}

  static void look(Notes notes, boolean pvh, Clues clues) {
    notes
        .find(OWNER, GUEST_OS)
        .map(XenNotes::text)
        .filter(os -> !os.isEmpty())
        .ifPresent(os -> clues.why("a Xen note calls the guest “" + os + "”"));
    if (notes.find(OWNER, ENTRY).isPresent() && !pvh && clues.boot() == Boot.NONE) {
      clues.why(
          "its Xen notes have an entry for paravirtualised guests alone: Xen runs it (xl create), xl"
              + " console NAME shows its console there, and QEMU boots it once it is built with a PVH"
              + " entry");
    }
  }

  private static String text(Note note) {
    var text = StandardCharsets.ISO_8859_1.decode(note.content().duplicate()).toString();
    var end = text.indexOf('\0');
    var whole = end < 0 ? text : text.substring(0, end);
    return whole.length() > 40 || !whole.matches("\\p{Print}*") ? "" : whole;
  }
}
