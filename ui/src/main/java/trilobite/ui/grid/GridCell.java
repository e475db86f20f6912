// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.Optional;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell: text, or what its column draws.
final class GridCell<R> extends TableCell<GridRow<R>, R> {

  private final GridColumn<R> column;
  private final Optional<CellView<R>> view;

  GridCell(GridColumn<R> column) {
    this.column = column;
    this.view = column.view().map(made -> made.get());
    if (column.number()) {
      getStyleClass().add("tri-number");
    }
    // Its own tooltip would cost one for each cell; what does not fit is read in the detail.
    setMinWidth(0);
  }

  @Override
  protected void updateItem(@Nullable R row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    if (view.isPresent()) {
      view.get().show(row);
      setText(null);
      setGraphic(view.get().node());
    } else {
      setText(column.text().apply(row));
    }
  }
}
