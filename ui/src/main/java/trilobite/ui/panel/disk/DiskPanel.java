// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.disk;

import java.time.ZoneId;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the Disk panel.
public final class DiskPanel extends Door<DiskView> {

  public DiskPanel() {
    super(new PanelInfo("disk", "Disk", "ci-vmdk-disk", Place.TOOL, 66, "", "iostat, drives"));
  }

  @Override
  protected DiskView make(Desk desk) {
    return new DiskView(desk, FileChoice.NATIVE, ZoneId.systemDefault());
  }
}
