// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.runs;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.model.time.HostClock;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the history.
public final class RunsPanel implements Panel {

  private Optional<RunsView> view = Optional.empty();

  @Override
  public PanelInfo info() {
    return new PanelInfo(
        "runs", "Runs", "ci-recently-viewed", Place.LEFT, 4, "Shortcut+4", "history, crashes");
  }

  @Override
  public Node open(Desk desk) {
    var opened = new RunsView(desk, HostClock::wall);
    view = Optional.of(opened);
    return opened;
  }

  @Override
  public void shown(boolean visible) {
    view.ifPresent(open -> open.shown(visible));
  }

  @Override
  public void focus() {
    view.ifPresent(RunsView::focusList);
  }

  @Override
  public void again(String page, Desk desk) {
    RunDetails.run(page).ifPresent(run -> RunDetails.open(run, desk));
  }

  @Override
  public void close() {
    view.ifPresent(RunsView::close);
  }
}
