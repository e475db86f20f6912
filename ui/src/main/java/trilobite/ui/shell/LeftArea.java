// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

/// The panels at the left, stacked in their order; each can be open or not.
final class LeftArea extends SplitPane {

  private static final double UPPER_SHARE = 0.78;
  private static final double HALF = 0.5;

  private final List<PanelHost> hosts;
  private final List<PanelHost> open = new ArrayList<>();

  LeftArea(List<PanelHost> hosts) {
    this.hosts = hosts;
    setOrientation(Orientation.VERTICAL);
    getStyleClass().addAll("tri-chrome", "tri-left");
  }

  boolean isOpen(PanelHost host) {
    return open.contains(host);
  }

  boolean nothing() {
    return open.isEmpty();
  }

  List<String> ids() {
    return open.stream().map(host -> host.info().id()).toList();
  }

  void open(List<String> ids) {
    hosts.forEach(host -> set(host, ids.contains(host.info().id())));
  }

  void set(PanelHost host, boolean shown) {
    if (shown == open.contains(host)) {
      return;
    }
    if (shown) {
      open.add(host);
      open.sort(java.util.Comparator.comparingInt(hosts::indexOf));
    } else {
      open.remove(host);
    }
    getItems().setAll(open.stream().map(PanelHost::node).toList());
    // Two below the first would have no room for a line each.
    double upper = open.size() > 2 ? HALF : UPPER_SHARE;
    for (int i = 0; i < open.size() - 1; i++) {
      setDividerPosition(i, upper + (1 - upper) * i / (open.size() - 1));
    }
    host.shown(shown);
  }

  /// Where the divider between the first two panels stands, 0 to 1.
  double share() {
    return getDividers().isEmpty() ? UPPER_SHARE : getDividerPositions()[0];
  }

  void share(double wished) {
    if (!getDividers().isEmpty()) {
      setDividerPosition(0, Math.clamp(wished, 0.1, 0.9));
    }
  }
}
