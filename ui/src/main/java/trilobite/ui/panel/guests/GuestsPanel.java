// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the guests that run now.
public final class GuestsPanel implements Panel {

  private Optional<GuestsView> view = Optional.empty();

  @Override
  public PanelInfo info() {
    return new PanelInfo("guests", "Guests", "ci-chip", Place.LEFT, 3, "Shortcut+3");
  }

  @Override
  public Node open(Desk desk) {
    var opened = new GuestsView(desk);
    view = Optional.of(opened);
    return opened;
  }

  @Override
  public void shown(boolean visible) {
    view.ifPresent(open -> open.shown(visible));
  }

  @Override
  public void focus() {
    view.ifPresent(GuestsView::focusList);
  }

  @Override
  public void close() {
    view.ifPresent(open -> open.shown(false));
  }
}
