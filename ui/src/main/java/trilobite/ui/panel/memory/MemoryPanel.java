// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the memory panel.
public final class MemoryPanel extends Door<MemoryView> {

  public MemoryPanel() {
    super(
        new PanelInfo(
            "memory", "Memory", "ci-chip", Place.TOOL, 64, "", "heap, leak, free, allocations"));
  }

  @Override
  protected MemoryView make(Desk desk) {
    return new MemoryView(desk, FileChoice.NATIVE);
  }
}
