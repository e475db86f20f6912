// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.time.ZoneId;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the Threads panel.
public final class ThreadsPanel extends Door<ThreadsView> {

  private final FileChoice files;
  private final ZoneId zone;

  public ThreadsPanel() {
    this(FileChoice.NATIVE, ZoneId.systemDefault());
  }

  ThreadsPanel(FileChoice files, ZoneId zone) {
    super(
        new PanelInfo(
            "threads",
            "Threads",
            "ci-parent-child",
            Place.TOOL,
            30,
            "Alt+3",
            "ps, top, htop, backtrace, deadlock"));
    this.files = files;
    this.zone = zone;
  }

  @Override
  protected ThreadsView make(Desk desk) {
    return new ThreadsView(desk, files, zone);
  }
}
