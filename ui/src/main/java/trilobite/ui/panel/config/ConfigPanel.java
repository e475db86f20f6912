// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the configuration form.
public final class ConfigPanel implements Panel {
  private Optional<ConfigView> view = Optional.empty();

  @Override
  public PanelInfo info() {
    return new PanelInfo(
        "config",
        "Configuration",
        "ci-settings-adjust",
        Place.PAGE,
        20,
        "Alt+0",
        "QEMU command line, memory, vCPUs, port forwards, drives");
  }

  @Override
  public Node open(Desk desk) {
    var made = new ConfigView(desk);
    view = Optional.of(made);
    return made.node();
  }

  @Override
  public void focus() {
    view.ifPresent(ConfigView::focus);
  }
}
