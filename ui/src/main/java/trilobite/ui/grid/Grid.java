// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.control.FilterField;
import trilobite.ui.control.Icons;
import trilobite.ui.panel.Desk;

/// Rows that change all the time, as a table that stays still: it is filtered, sorted by clicks on
/// headings (a third one clears), chosen from by key, copied (Ctrl C, Ctrl Shift C) and exported
/// (Ctrl E). Rows never move under the pointer. JavaFX thread only.
public final class Grid<R> {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination JSON =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination EXPORT =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final GridSpec<R> spec;
  private final GridModel<R> model;
  private final GridSheet<R> sheet;
  private final GridTransfer<R> transfer;
  private final FilterField filter;
  private final HBox tools;
  private final Label count = new Label();
  private final ReadOnlyObjectWrapper<Optional<R>> selected =
      new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
  private final ChangeListener<Number> scaled;
  private final Desk desk;
  private Consumer<R> opening = _ -> {};

  public Grid(Desk desk, GridSpec<R> spec, FileChoice files) {
    this.desk = desk;
    this.spec = spec;
    model = new GridModel<>(spec.columns(), spec.key());
    sheet = new GridSheet<>(spec.columns(), spec.rowClass(), desk.look().scale().get());
    sheet.setId("grid-" + spec.name());
    ColumnWidths.keep(sheet, spec.name(), desk.workbench().settings(), desk.look().scale()::get);
    transfer =
        new GridTransfer<>(
            desk, files, spec.name(), spec.columns().stream().map(GridColumn::column).toList());
    filter = new FilterField(spec.prompt(), "Filter " + spec.name(), sheet::requestFocus);
    filter.line().addListener(_ -> filtered());
    count.getStyleClass().addAll("tri-small", "tri-muted");
    scaled = (_, was, now) -> sheet.scale(was.doubleValue(), now.doubleValue());
    desk.look().scale().addListener(scaled);
    tools =
        new HBox(
            new ColumnChooser(sheet, spec.name(), desk.workbench().settings()),
            Icons.button("ci-copy", "Copy rows", "Ctrl+C", () -> transfer.tsv(chosen())),
            Icons.button("ci-export", "Export CSV", "Ctrl+E", this::export));
    tools.getStyleClass().add("grid-tools");
    tools.setMinWidth(HBox.USE_PREF_SIZE);
    listen();
  }

  private void listen() {
    sheet.setSortPolicy(
        _ -> {
          model.order(sheet.getSortOrder().stream().map(Grid::order).toList());
          show();
          return true;
        });
    sheet
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            _ -> {
              if (!sheet.changing()) {
                tell();
              }
            });
    sheet.setOnMouseEntered(_ -> model.hold(true));
    sheet.setOnMouseExited(
        _ -> {
          model.hold(false);
          show();
        });
    sheet.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    sheet.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            open();
          }
        });
  }

  private static GridOrder order(TableColumn<?, ?> column) {
    return new GridOrder(column.getId(), column.getSortType() == TableColumn.SortType.DESCENDING);
  }

  private void key(KeyEvent event) {
    if (COPY.match(event)) {
      transfer.tsv(chosen());
    } else if (JSON.match(event)) {
      transfer.json(chosen());
    } else if (EXPORT.match(event)) {
      export();
    } else if (FIND.match(event)) {
      filter.focusText();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F4) {
      open();
    } else if (event.getCode() == KeyCode.ESCAPE && !filter.line().get().isEmpty()) {
      filter.line().set("");
    } else if (event.getCode() == KeyCode.ESCAPE && selected.get().isPresent()) {
      sheet.getSelectionModel().clearSelection();
    } else {
      return;
    }
    event.consume();
  }

  /// The selected rows, or all that are shown.
  private List<R> chosen() {
    var rows = sheet.getSelectionModel().getSelectedItems();
    return (rows.isEmpty() ? model.shown() : rows).stream().map(GridRow::get).toList();
  }

  private void export() {
    transfer.csv(model.shown().stream().map(GridRow::get).toList(), sheet.getScene().getWindow());
  }

  private void open() {
    selected.get().ifPresent(opening);
  }

  private void filtered() {
    var parsed = GridFilter.of(filter.line().get(), spec.columns());
    filter.fit(parsed.problem().map(GridFilter.Problem::text));
    // One that is not understood leaves the last good one in force.
    if (parsed.problem().isEmpty()) {
      model.filter(parsed.fits());
      show();
    }
  }

  private void show() {
    sheet.show(model.shown());
    int shown = model.shown().size();
    count.setText(shown == model.total() ? "" : shown + " of " + model.total() + " shown");
    tell();
  }

  private void tell() {
    var row = Optional.ofNullable(sheet.getSelectionModel().getSelectedItem());
    selected.set(row.map(GridRow::get));
  }

  /// Takes a reading in; at most twice a second is enough for people.
  public void rows(List<R> next) {
    model.rows(next);
    show();
  }

  /// Shows only some, beside what the filter says; such as those of a state.
  public void narrow(Predicate<R> fits) {
    model.narrow(fits);
    show();
  }

  /// What Enter, F4 and a double click do with a row.
  public void opens(Consumer<R> action) {
    opening = action;
  }

  /// What the menu of a row offers, by right click or the menu key.
  public void menu(Function<R, List<RowAction>> actions) {
    new RowMenu<>(selected::get, actions).on(sheet);
  }

  /// The row that is selected, as it was read last.
  public ReadOnlyObjectProperty<Optional<R>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// Selects the first row that a filter's line means, as [#select] does.
  public boolean seek(String line) {
    var parsed = GridFilter.of(line, spec.columns());
    return parsed.problem().isEmpty() && select(parsed.fits());
  }

  /// Selects the first row that fits and brings it into sight; false where none is shown.
  public boolean select(Predicate<R> fits) {
    for (int i = 0; i < model.shown().size(); i++) {
      if (fits.test(model.shown().get(i).get())) {
        sheet.getSelectionModel().clearAndSelect(i);
        sheet.scrollTo(Math.max(0, i - 3));
        tell();
        return true;
      }
    }
    return false;
  }

  /// Sorts by a column, as a click on its heading does.
  public void sort(String column, boolean descending) {
    for (var each : sheet.getColumns()) {
      if (each.getId().equals(column)) {
        each.setSortType(
            descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        sheet.getSortOrder().setAll(List.of(each));
      }
    }
  }

  /// Puts a line into the filter, such as `port:8080`.
  public void filter(String line) {
    filter.line().set(line);
  }

  public FilterField filterField() {
    return filter;
  }

  /// Column chooser, copy and export, for a toolbar.
  public HBox tools() {
    return tools;
  }

  /// Such as `27 of 31 shown`; empty where all are.
  public Label count() {
    return count;
  }

  public Node node() {
    return sheet;
  }

  /// Draws all rows anew, where what they look like depends on more than what they say.
  public void repaint() {
    sheet.refresh();
  }

  /// What stands under the headings while no row is shown.
  public void placeholder(Node node) {
    sheet.setPlaceholder(node);
  }

  public void focus() {
    sheet.requestFocus();
    if (sheet.getSelectionModel().isEmpty() && !sheet.getItems().isEmpty()) {
      sheet.getSelectionModel().selectFirst();
    }
  }

  public void close() {
    desk.look().scale().removeListener(scaled);
  }
}
