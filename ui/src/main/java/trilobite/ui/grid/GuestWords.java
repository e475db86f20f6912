// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import javafx.scene.control.Button;
import trilobite.model.run.RunId;
import trilobite.ui.control.Hint;

/// What a table of the guest's says in place of rows.
///
/// @param things plural noun, such as `threads`
/// @param icon Ikonli code
/// @param none title while the guest has none, such as `No threads yet`
/// @param soon one sentence: when they will appear
/// @param rest one sentence: what still works where they cannot be read
public record GuestWords(String things, String icon, String none, String soon, String rest) {

  /// Of a run that is over, with the ways on.
  public Hint over(RunId run, Button... ways) {
    return Hint.unavailable(
        icon,
        "Run " + run + " is over",
        "Its " + things + " went with it. Vitals, Console and Packets show what was kept.",
        ways);
  }
}
