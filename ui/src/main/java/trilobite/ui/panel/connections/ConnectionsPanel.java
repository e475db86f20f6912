// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the Connections panel. Its tab counts the listeners that are full, whether it is
/// open or not.
public final class ConnectionsPanel extends Door<ConnectionsView> {

  private final FileChoice files;
  private final ZoneId zone;
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private Optional<ListenerWatch> watch = Optional.empty();

  public ConnectionsPanel() {
    this(FileChoice.NATIVE, ZoneId.systemDefault());
  }

  ConnectionsPanel(FileChoice files, ZoneId zone) {
    super(
        new PanelInfo(
            "connections",
            "Connections",
            "ci-plug",
            Place.TOOL,
            40,
            "Alt+4",
            "netstat, ss, sockets, listeners, backlog"));
    this.files = files;
    this.zone = zone;
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
  protected ConnectionsView make(Desk desk) {
    if (watch.isEmpty()) {
      announce(desk);
    }
    return new ConnectionsView(desk, watch.orElseThrow(), files, zone);
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
    super.shown(visible);
  }

  @Override
  public void close() {
    super.close();
    watch.ifPresent(ListenerWatch::stop);
  }
}
