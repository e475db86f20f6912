// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;
import trilobite.ui.theme.Theme;

/// The table control itself: columns with headings that say what they mean, rows of one height, and
/// items that are changed without losing selection and place.
final class GridSheet<R> extends TableView<GridRow<R>> {

  private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

  private boolean changing;

  /// @param rowClass style class of a row by what it says, empty for none
  GridSheet(List<GridColumn<R>> columns, Function<R, String> rowClass, double scale) {
    getStyleClass().add("grid");
    setRowFactory(_ -> new Row<>(rowClass));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    for (var column : columns) {
      getColumns().add(made(column, scale));
    }
  }

  private static <R> TableColumn<GridRow<R>, R> made(GridColumn<R> column, double scale) {
    var made = new TableColumn<GridRow<R>, R>();
    var heading = new Label(column.title());
    var unit = column.column().unit();
    heading.setTooltip(
        new Tooltip(column.column().meaning() + (unit.isEmpty() ? "" : ", in " + unit)));
    made.setGraphic(heading);
    made.setId(column.name());
    made.setUserData(column);
    size(made, column.width(), scale);
    made.setVisible(column.shown());
    made.setReorderable(true);
    made.getStyleClass().add(column.number() ? "grid-number" : "grid-text");
    made.setCellValueFactory(row -> row.getValue().value());
    made.setCellFactory(_ -> new GridCell<>(column));
    return made;
  }

  private static void size(TableColumn<?, ?> column, double em, double scale) {
    column.setMinWidth(2 * Theme.ROOT_PX * scale);
    column.setPrefWidth(em * Theme.ROOT_PX * scale);
  }

  /// Widens columns with the text in them.
  void scale(double before, double now) {
    getColumns().forEach(c -> size(c, c.getWidth() / before / Theme.ROOT_PX, now));
  }

  /// True while rows are being put in, when the selection comes and goes.
  boolean changing() {
    return changing;
  }

  /// Shows these rows. The same ones stay selected, and one that was in sight stays where it was.
  void show(List<GridRow<R>> next) {
    if (getItems().equals(next)) {
      return;
    }
    changing = true;
    try {
      if (next.size() > getItems().size()
          && next.subList(0, getItems().size()).equals(getItems())) {
        getItems().addAll(next.subList(getItems().size(), next.size()));
      } else {
        replace(next);
      }
    } finally {
      changing = false;
    }
  }

  private void replace(List<GridRow<R>> next) {
    var selected = List.copyOf(getSelectionModel().getSelectedItems());
    var lead = getSelectionModel().getSelectedItem();
    int first = firstInSight();
    int before = lead == null ? -1 : getItems().indexOf(lead);
    getItems().setAll(next);
    getSelectionModel().clearSelection();
    for (var row : selected) {
      if (row != lead) {
        select(next, row);
      }
    }
    if (lead != null) {
      select(next, lead);
      int now = next.indexOf(lead);
      if (now >= 0 && before >= first && first >= 0 && before - first <= inSight()) {
        scrollTo(Math.max(0, now - (before - first)));
      }
    }
  }

  private void select(List<GridRow<R>> next, GridRow<R> row) {
    int at = next.indexOf(row);
    if (at >= 0) {
      getSelectionModel().select(at);
      getFocusModel().focus(at);
    }
  }

  private int firstInSight() {
    return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
            && flow.getFirstVisibleCell() != null
        ? flow.getFirstVisibleCell().getIndex()
        : -1;
  }

  private int inSight() {
    return (int) (getHeight() / getFixedCellSize());
  }

  /// A row that is tinted by what it says and pale where it is gone.
  private static final class Row<R> extends TableRow<GridRow<R>> {
    private final Function<R, String> rowClass;
    private final javafx.beans.InvalidationListener changed = _ -> tint();
    private @Nullable GridRow<R> heard;
    private String tinted = "";

    Row(Function<R, String> rowClass) {
      this.rowClass = rowClass;
    }

    @Override
    protected void updateItem(@Nullable GridRow<R> row, boolean empty) {
      super.updateItem(row, empty);
      if (heard != row) {
        if (heard != null) {
          heard.value().removeListener(changed);
          heard.gone().removeListener(changed);
        }
        heard = row;
        if (row != null) {
          row.value().addListener(changed);
          row.gone().addListener(changed);
        }
      }
      tint();
    }

    private void tint() {
      var row = heard;
      pseudoClassStateChanged(GONE, row != null && row.gone().get());
      var next = row == null ? "" : rowClass.apply(row.get());
      if (!next.equals(tinted)) {
        getStyleClass().remove(tinted);
        tinted = next;
        if (!next.isEmpty()) {
          getStyleClass().add(next);
        }
      }
    }
  }
}
