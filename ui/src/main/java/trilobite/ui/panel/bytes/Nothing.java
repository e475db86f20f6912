// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import trilobite.ui.control.Hint;
import trilobite.ui.grid.GuestWords;
import trilobite.ui.grid.NextGuest;
import trilobite.ui.panel.Desk;

/// What stands in place of bytes where there are none.
final class Nothing {

  private static final GuestWords WORDS =
      new GuestWords(
          "bytes",
          "ci-string-text",
          "No guest runs",
          "Press Run: bytes of its memory appear here.",
          "");

  private Nothing() {}

  static Hint noPlace() {
    return Hint.empty(
        WORDS.icon(),
        "No place chosen",
        "Type an address, a symbol or a C expression above, or search for bytes at the right.");
  }

  /// No guest is shown: there is none, or a past run is looked at.
  static Hint noGuest(Desk desk) {
    var way = NextGuest.button(desk);
    return desk.session()
        .run()
        .get()
        .map(past -> WORDS.over(past.id(), way))
        .orElseGet(() -> Hint.empty(WORDS.icon(), WORDS.none(), WORDS.soon(), way));
  }
}
