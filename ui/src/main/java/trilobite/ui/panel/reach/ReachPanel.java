// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.reach;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the probes.
public final class ReachPanel implements Panel {

  private Optional<ReachView> view = Optional.empty();

  @Override
  public PanelInfo info() {
    return new PanelInfo("reach", "Reach", "ci-network-3", Place.TOOL, 75, "");
  }

  @Override
  public Node open(Desk desk) {
    var opened = new ReachView(desk);
    view = Optional.of(opened);
    return opened;
  }

  @Override
  public void focus() {
    view.ifPresent(ReachView::focusMain);
  }

  @Override
  public void close() {
    view.ifPresent(ReachView::close);
  }
}
