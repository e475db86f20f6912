// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the memory panel.
public final class MemoryPanel implements Panel {

  private Optional<MemoryView> view = Optional.empty();

  @Override
  public PanelInfo info() {
    return new PanelInfo("memory", "Memory", "ci-chip", Place.TOOL, 64, "");
  }

  @Override
  public Node open(Desk desk) {
    var opened = new MemoryView(desk, FileChoice.NATIVE);
    view = Optional.of(opened);
    return opened;
  }

  @Override
  public void shown(boolean visible) {
    view.ifPresent(opened -> opened.shown(visible));
  }

  @Override
  public void focus() {
    view.ifPresent(MemoryView::focusMain);
  }

  @Override
  public void close() {
    view.ifPresent(MemoryView::close);
  }
}
