// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import trilobite.model.port.Settings;
import trilobite.ui.control.Icons;

/// A menu of columns to show; what is chosen is kept as the setting `grid.<name>.columns`.
final class ColumnChooser extends MenuButton {

  /// @param name of the grid
  ColumnChooser(GridSheet<?> sheet, String name, Settings settings) {
    var key = "grid." + name + ".columns";
    settings.get(key).ifPresent(kept -> restore(sheet, kept));
    setGraphic(Icons.of("ci-column"));
    getStyleClass().addAll("flat", "tri-icon", "no-arrow");
    setAccessibleText("Columns");
    setTooltip(new Tooltip("Columns"));
    for (var column : sheet.getColumns()) {
      var item = new CheckMenuItem(((GridColumn<?>) column.getUserData()).title());
      item.selectedProperty().bindBidirectional(column.visibleProperty());
      item.selectedProperty()
          .addListener(
              _ ->
                  settings.put(
                      key,
                      sheet.getVisibleLeafColumns().stream()
                          .map(TableColumn::getId)
                          .collect(Collectors.joining(","))));
      getItems().add(item);
    }
  }

  private static void restore(GridSheet<?> sheet, String kept) {
    var wanted = Arrays.asList(kept.split(","));
    sheet.getColumns().forEach(c -> c.setVisible(wanted.contains(c.getId())));
  }
}
