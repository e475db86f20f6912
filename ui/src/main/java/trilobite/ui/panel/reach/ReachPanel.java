// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.reach;

import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the probes.
public final class ReachPanel extends Door<ReachView> {

  public ReachPanel() {
    super(
        new PanelInfo(
            "reach", "Reach", "ci-network-3", Place.TOOL, 75, "", "ping, arp, port check"));
  }

  @Override
  protected ReachView make(Desk desk) {
    return new ReachView(desk);
  }
}
