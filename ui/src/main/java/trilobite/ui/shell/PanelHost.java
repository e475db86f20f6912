// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.ui.control.Hint;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;

/// Holds one panel: opens it when it is first shown and keeps a fault of it from the rest.
final class PanelHost {

  private static final Logger LOG = LoggerFactory.getLogger(PanelHost.class);

  private final Panel panel;
  private final PanelInfo info;
  private final Desk desk;
  private Optional<Node> node = Optional.empty();
  private boolean visible;

  PanelHost(Panel panel, Desk desk) {
    this.panel = panel;
    this.info = panel.info();
    this.desk = desk;
  }

  PanelInfo info() {
    return info;
  }

  Panel panel() {
    return panel;
  }

  /// The panel's node, built on the first call.
  Node node() {
    if (node.isEmpty()) {
      node = Optional.of(open());
    }
    return node.get();
  }

  void shown(boolean now) {
    if (node.isPresent() && visible != now) {
      visible = now;
      panel.shown(now);
    }
  }

  void focus() {
    if (node.isPresent()) {
      panel.focus();
    }
  }

  void close() {
    if (node.isPresent()) {
      panel.close();
    }
  }

  private Node open() {
    try {
      return panel.open(desk);
    } catch (RuntimeException fault) {
      LOG.error("panel {} cannot be opened", info.id(), fault);
      return Hint.error(
          info.title() + " cannot be shown",
          "It failed while it was being opened. Everything else goes on; the log says more.");
    }
  }
}
