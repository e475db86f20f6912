// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The column at the right: full, mini or hidden. Its panels draw themselves compactly below 200
/// px.
final class RightArea extends StackPane {

  static final double FULL_WIDTH = 400;
  static final double MINI_WIDTH = 140;

  private final List<PanelHost> hosts;
  private double fullWidth = FULL_WIDTH;

  RightArea(List<PanelHost> hosts) {
    this.hosts = hosts;
    getStyleClass().addAll("tri-chrome", "tri-right");
    getChildren().setAll(hosts.stream().<Node>map(PanelHost::node).toList());
  }

  boolean exists() {
    return !hosts.isEmpty();
  }

  void show(RightMode mode, double scale) {
    double width = (mode == RightMode.MINI ? MINI_WIDTH : fullWidth) * scale;
    setMinWidth(mode == RightMode.MINI ? width : 260 * scale);
    setMaxWidth(mode == RightMode.MINI ? width : 900 * scale);
    setPrefWidth(width);
    hosts.forEach(host -> host.shown(mode != RightMode.HIDDEN));
  }

  /// The width of the full column, at scale 1.
  double fullWidth() {
    return fullWidth;
  }

  void fullWidth(double width) {
    fullWidth = Math.clamp(width, 260, 900);
  }
}
