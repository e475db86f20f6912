// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the Packets panel.
public final class PacketsPanel implements Panel {

  private final FileChoice files;
  private final ZoneId zone;
  private Optional<PacketsView> view = Optional.empty();

  public PacketsPanel() {
    this(FileChoice.NATIVE, ZoneId.systemDefault());
  }

  PacketsPanel(FileChoice files, ZoneId zone) {
    this.files = files;
    this.zone = zone;
  }

  @Override
  public PanelInfo info() {
    return new PanelInfo("packets", "Packets", "ci-data-structured", Place.TOOL, 50, "Alt+5");
  }

  @Override
  public Node open(Desk desk) {
    var made = new PacketsView(desk, files, zone);
    view = Optional.of(made);
    return made;
  }

  @Override
  public void shown(boolean visible) {
    view.ifPresent(open -> open.shown(visible));
  }

  @Override
  public void focus() {
    view.ifPresent(PacketsView::focusList);
  }

  @Override
  public void seek(String what) {
    view.ifPresent(open -> open.seek(what));
  }

  @Override
  public void close() {
    view.ifPresent(PacketsView::close);
  }
}
