// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the Connections panel. Its tab counts the listeners that are full, whether it is
/// open or not.
public final class ConnectionsPanel implements Panel {

  private final FileChoice files;
  private final ZoneId zone;
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private Optional<ListenerWatch> watch = Optional.empty();
  private Optional<ConnectionsView> view = Optional.empty();

  public ConnectionsPanel() {
    this(FileChoice.NATIVE, ZoneId.systemDefault());
  }

  ConnectionsPanel(FileChoice files, ZoneId zone) {
    this.files = files;
    this.zone = zone;
  }

  @Override
  public PanelInfo info() {
    return new PanelInfo("connections", "Connections", "ci-plug", Place.TOOL, 40, "Alt+4");
  }

  @Override
  public void announce(Desk desk) {
    var made = new ListenerWatch(desk);
    made.troubles()
        .addListener((_, _, now) -> badge.set(now.longValue() == 0 ? "" : now.toString()));
    made.start();
    watch = Optional.of(made);
  }

  @Override
  public Node open(Desk desk) {
    if (watch.isEmpty()) {
      announce(desk);
    }
    var made = new ConnectionsView(desk, watch.orElseThrow(), files, zone);
    view = Optional.of(made);
    return made;
  }

  @Override
  public ReadOnlyStringProperty badge() {
    return badge.getReadOnlyProperty();
  }

  @Override
  public String badgeLook() {
    return "tri-bad";
  }

  @Override
  public void shown(boolean visible) {
    watch.ifPresent(one -> one.shown(visible));
    view.ifPresent(open -> open.shown(visible));
  }

  @Override
  public void focus() {
    view.ifPresent(ConnectionsView::focusTable);
  }

  @Override
  public void seek(String what) {
    view.ifPresent(open -> open.seek(what));
  }

  @Override
  public void close() {
    view.ifPresent(ConnectionsView::close);
    watch.ifPresent(ListenerWatch::stop);
  }
}
