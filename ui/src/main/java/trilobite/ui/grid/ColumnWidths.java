// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import trilobite.model.port.Settings;
import trilobite.ui.theme.Theme;

/// Widths that a person gave columns, kept as the setting `grid.<name>.widths`, such as
/// `name=14.5,state=9.0`: in em, so that they hold at any size. JavaFX thread only.
final class ColumnWidths {

  /// In em; what a text file says beyond these was not dragged there.
  private static final double LEAST = 2;

  private static final double MOST = 400;

  /// Less than this is rounding, in px.
  private static final double NONE = 0.5;

  private final String key;
  private final Settings settings;
  private final DoubleSupplier scale;
  private final Map<String, Double> kept = new TreeMap<>();

  private ColumnWidths(String name, Settings settings, DoubleSupplier scale) {
    this.key = "grid." + name + ".widths";
    this.settings = settings;
    this.scale = scale;
  }

  /// Gives columns the widths that they had, and keeps those that they are given.
  ///
  /// @param name of the grid
  /// @param scale the present UI scale
  static void keep(GridSheet<?> sheet, String name, Settings settings, DoubleSupplier scale) {
    var widths = new ColumnWidths(name, settings, scale);
    settings.get(widths.key).ifPresent(widths::read);
    for (var column : sheet.getColumns()) {
      var em = widths.kept.get(column.getId());
      if (em != null) {
        column.setPrefWidth(em * widths.px());
      }
      column.widthProperty().addListener(_ -> widths.changed(column));
    }
  }

  private double px() {
    return Theme.ROOT_PX * scale.getAsDouble();
  }

  private void read(String text) {
    for (var part : text.split(",", -1)) {
      var words = part.split("=", -1);
      try {
        if (words.length == 2) {
          kept.put(words[0], Math.clamp(Double.parseDouble(words[1]), LEAST, MOST));
        }
      } catch (NumberFormatException edited) {
        // Settings are a text file that people may edit: what is no number counts as absent.
      }
    }
  }

  /// A width that follows from the size of everything is no person's.
  private void changed(TableColumn<?, ?> column) {
    if (Math.abs(column.getWidth() - column.getPrefWidth()) < NONE) {
      return;
    }
    kept.put(column.getId(), Math.rint(column.getWidth() / px() * 100) / 100);
    settings.put(
        key,
        kept.entrySet().stream()
            .map(width -> width.getKey() + "=" + width.getValue())
            .collect(Collectors.joining(",")));
  }
}
