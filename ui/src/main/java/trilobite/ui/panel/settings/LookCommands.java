// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.settings;

import java.util.Locale;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Commands;
import trilobite.ui.panel.Look;
import trilobite.ui.theme.Theme;

/// Theme and size in the palette: who looks for "dark" need not know on which page it stands.
final class LookCommands {

  private static final double STEP = 0.1;

  private LookCommands() {}

  static void register(Commands commands, Look look) {
    for (var choice : Look.Choice.values()) {
      add(
          commands,
          "look." + LooksForm.id(choice),
          "Theme: " + LooksForm.word(choice).toLowerCase(Locale.ROOT),
          () -> look.choice().set(choice));
    }
    add(commands, "look.larger", "Show everything larger", () -> scale(look, STEP));
    add(commands, "look.smaller", "Show everything smaller", () -> scale(look, -STEP));
    add(commands, "look.usual", "Show everything in its usual size", () -> look.scale().set(1));
  }

  private static void scale(Look look, double by) {
    double wanted = Math.rint((look.scale().get() + by) / STEP) * STEP;
    look.scale().set(Math.clamp(wanted, Theme.MIN_SCALE, Theme.MAX_SCALE));
  }

  private static void add(Commands commands, String id, String title, Runnable action) {
    commands.add(Command.always(id, title, "ci-color-palette", "", action));
  }
}
