// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.load;

import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the load control.
public final class LoadPanel extends Door<LoadView> {

  public LoadPanel() {
    super(
        new PanelInfo(
            "load", "Load", "ci-meter-alt", Place.TOOL, 80, "", "HTTP requests, ab, wrk"));
  }

  @Override
  protected LoadView make(Desk desk) {
    return new LoadView(desk);
  }
}
