// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.Viewport;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Commands;

/// The column's entries in the palette.
final class VitalsCommands {

  private static final String PAUSE = "ci-pause";

  private VitalsCommands() {}

  static void register(Commands commands, GraphGroup group, VitalsActions actions) {
    add(commands, "vitals.pause", "Pause or go on with the graphs", PAUSE, group::pauseOrResume);
    add(commands, "vitals.fit", "Graphs: show the whole range", "ci-zoom-reset", group::fit);
    add(commands, "vitals.30s", "Graphs: last 30 s", "ci-time", () -> newest(group, 30_000));
    add(commands, "vitals.1min", "Graphs: last minute", "ci-time", () -> newest(group, 60_000));
    add(commands, "vitals.10min", "Graphs: last 10 min", "ci-time", () -> newest(group, 600_000));
    add(
        commands,
        "vitals.run",
        "Graphs: whole run",
        "ci-time",
        () -> group.choose(new Viewport.Range.WholeRun()));
    add(commands, "vitals.csv", "Export graphs as CSV", "ci-export", actions::exportCsv);
    add(commands, "vitals.copy", "Copy the graphs’ table", "ci-copy", actions::copyTable);
    add(commands, "vitals.json", "Copy the graphs’ table as JSON", "ci-copy", actions::copyJson);
    add(commands, "vitals.png", "Export graphs as PNG", "ci-export", actions::exportPng);
  }

  private static void newest(GraphGroup group, double millis) {
    group.choose(new Viewport.Range.Newest(millis));
  }

  private static void add(
      Commands commands, String id, String title, String icon, Runnable action) {
    commands.add(Command.always(id, title, icon, "", action));
  }
}
