// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;
import trilobite.ui.panel.Place;

/// The icons at the left edge: panels above, pages at the foot.
final class Rail extends VBox {

  /// @param keys shortcut of a panel's command, for the tooltip
  Rail(Panels panels, Function<PanelHost, String> keys, Consumer<PanelHost> chosen) {
    getStyleClass().add("tri-rail-bar");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText("Panels");
    panels.in(Place.LEFT).forEach(host -> getChildren().add(button(host, keys, chosen)));
    var gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().add(gap);
    panels.in(Place.FOOT).forEach(host -> getChildren().add(button(host, keys, chosen)));
  }

  /// Lights the entries whose panel is open.
  void light(Predicate<PanelHost> open) {
    for (var node : getChildren()) {
      if (node instanceof ToggleButton button
          && button.getUserData() instanceof PanelHost host
          && button.isSelected() != open.test(host)) {
        button.setSelected(open.test(host));
      }
    }
  }

  private static ToggleButton button(
      PanelHost host, Function<PanelHost, String> keys, Consumer<PanelHost> chosen) {
    var info = host.info();
    var button = new ToggleButton();
    button.setGraphic(Icons.of(info.icon(), "tri-rail"));
    button.getStyleClass().addAll("flat", "tri-rail-item");
    button.setUserData(host);
    button.setId("rail-" + info.id());
    button.setAccessibleText(info.title());
    var shortcut = keys.apply(host);
    Tip.on(button, shortcut.isEmpty() ? info.title() : info.title() + " (" + shortcut + ")");
    button.setOnAction(_ -> chosen.accept(host));
    return button;
  }
}
