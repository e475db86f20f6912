// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.settings;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import trilobite.ui.theme.Theme;

/// The colours of series and of state as the types of colour vision have them. Follows the theme.
final class PalettePreview extends GridPane {

  private static final List<String> SERIES =
      List.of("-tri-s1", "-tri-s2", "-tri-s3", "-tri-s4", "-tri-s5", "-tri-s6", "-tri-s7");
  private static final List<String> STATES = List.of("-tri-ok", "-tri-warn", "-tri-bad");
  private static final double WIDTH = 26;
  private static final double HEIGHT = 14;

  PalettePreview(ObservableValue<Theme> theme) {
    getStyleClass().add("settings-palette");
    setId("setting-palette");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("The colours of series and states as four types of colour vision see them");
    theme.addListener((_, _, now) -> show(now));
    show(theme.getValue());
  }

  private void show(Theme theme) {
    getChildren().clear();
    for (var vision : Vision.values()) {
      var name = new Label(vision.title());
      name.getStyleClass().addAll("tri-small", "tri-muted");
      addRow(getRowCount(), name, swatches(theme, vision, SERIES), swatches(theme, vision, STATES));
    }
  }

  private static HBox swatches(Theme theme, Vision vision, List<String> tokens) {
    var row = new HBox(2);
    for (var token : tokens) {
      var swatch = new Rectangle(WIDTH, HEIGHT, vision.of(theme.colour(token)));
      swatch.setArcWidth(4);
      swatch.setArcHeight(4);
      row.getChildren().add(swatch);
    }
    return row;
  }
}
