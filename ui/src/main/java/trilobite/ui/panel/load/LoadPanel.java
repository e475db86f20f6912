// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.load;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the load control.
public final class LoadPanel implements Panel {

  private Optional<LoadView> view = Optional.empty();

  @Override
  public PanelInfo info() {
    return new PanelInfo("load", "Load", "ci-meter-alt", Place.TOOL, 80, "");
  }

  @Override
  public Node open(Desk desk) {
    var opened = new LoadView(desk);
    view = Optional.of(opened);
    return opened;
  }

  @Override
  public void focus() {
    view.ifPresent(LoadView::focusMain);
  }

  @Override
  public void close() {
    view.ifPresent(LoadView::close);
  }
}
