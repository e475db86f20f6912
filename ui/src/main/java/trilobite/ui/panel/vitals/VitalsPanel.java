// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// CPU, memory, network and disk of the shown run.
public final class VitalsPanel implements Panel {

  private final FileChoice files;
  private Optional<VitalsView> view = Optional.empty();

  public VitalsPanel() {
    this(FileChoice.NATIVE);
  }

  VitalsPanel(FileChoice files) {
    this.files = files;
  }

  @Override
  public PanelInfo info() {
    return new PanelInfo(
        "vitals", "Vitals", "ci-activity", Place.RIGHT, 1, "", "graphs, CPU, vmstat");
  }

  @Override
  public Node open(Desk desk) {
    var opened = new VitalsView(desk, files);
    view = Optional.of(opened);
    return opened;
  }

  @Override
  public void shown(boolean visible) {
    view.ifPresent(open -> open.shown(visible));
  }

  @Override
  public void focus() {
    view.ifPresent(VitalsView::focusFirst);
  }

  @Override
  public void close() {
    view.ifPresent(VitalsView::close);
  }
}
