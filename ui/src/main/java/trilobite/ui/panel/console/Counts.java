// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.Locale;
import trilobite.model.console.Level;
import trilobite.model.console.LineRing;

/// Says how much is shown, such as `148 lines, 2 warnings`.
final class Counts {

  private Counts() {}

  static String of(LineRing all, LineRing shown) {
    long held = all.end() - all.first();
    String lines = plural(held, "line");
    if (shown != all) {
      lines = String.format(Locale.ROOT, "%,d of %s", shown.end() - shown.first(), lines);
    } else if (all.first() > 0 && held >= LineRing.LINES) {
      lines = "last " + lines;
    }
    return lines + part(all.count(Level.ERROR), "error") + part(all.count(Level.WARN), "warning");
  }

  private static String part(int count, String word) {
    return count == 0 ? "" : ", " + plural(count, word);
  }

  private static String plural(long count, String word) {
    return String.format(Locale.ROOT, "%,d %s%s", count, word, count == 1 ? "" : "s");
  }
}
