// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the Threads panel.
public final class ThreadsPanel implements Panel {

  private final FileChoice files;
  private final ZoneId zone;
  private Optional<ThreadsView> view = Optional.empty();

  public ThreadsPanel() {
    this(FileChoice.NATIVE, ZoneId.systemDefault());
  }

  ThreadsPanel(FileChoice files, ZoneId zone) {
    this.files = files;
    this.zone = zone;
  }

  @Override
  public PanelInfo info() {
    return new PanelInfo("threads", "Threads", "ci-parent-child", Place.TOOL, 30, "Alt+3");
  }

  @Override
  public Node open(Desk desk) {
    var made = new ThreadsView(desk, files, zone);
    view = Optional.of(made);
    return made;
  }

  @Override
  public void shown(boolean visible) {
    view.ifPresent(open -> open.shown(visible));
  }

  @Override
  public void focus() {
    view.ifPresent(ThreadsView::focusTable);
  }

  @Override
  public void seek(String what) {
    view.ifPresent(open -> open.seek(what));
  }

  @Override
  public void close() {
    view.ifPresent(ThreadsView::close);
  }
}
