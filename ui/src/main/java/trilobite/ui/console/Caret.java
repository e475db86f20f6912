// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.console.NumberedLine;
import trilobite.ui.console.RowPainter.Layer;

/// The line and the text that are selected, and what is drawn of them. Mouse and keys move it.
final class Caret {

  private final LineView view;
  private final RowPainter painter = this::paint;
  private final List<Consumer<NumberedLine>> listeners = new ArrayList<>();
  private final List<Runnable> forsaken = new ArrayList<>();
  private Optional<Selection> selection = Optional.empty();
  private Object ring;

  Caret(LineView view) {
    this.view = view;
    ring = view.viewport().ring();
    view.sheet().add(Layer.BEHIND, painter);
  }

  void remove() {
    view.sheet().remove(painter);
  }

  /// Hears of each line that is chosen.
  void whenChosen(Consumer<NumberedLine> listener) {
    listeners.add(listener);
  }

  /// Hears when the person gives the selection up.
  void whenCleared(Runnable listener) {
    forsaken.add(listener);
  }

  Optional<Selection> selection() {
    if (ring != view.viewport().ring()) {
      // Positions of other lines mean nothing here.
      ring = view.viewport().ring();
      selection = Optional.empty();
    }
    return selection;
  }

  /// Puts both ends of the selection somewhere, or moves its head only.
  void place(TextPoint point, boolean extend) {
    var before = selection();
    selection =
        Optional.of(extend && before.isPresent() ? before.get().to(point) : Selection.at(point));
    if (before.isEmpty() || before.get().head().line() != point.line()) {
      chosen(point.line());
    }
    view.redraw();
  }

  void select(Selection text) {
    selection();
    selection = Optional.of(text);
    view.redraw();
  }

  void clear() {
    selection = Optional.empty();
    view.redraw();
    forsaken.forEach(Runnable::run);
  }

  /// Selected text, else the line with the caret; empty where there is neither.
  String text() {
    var chosen = selection();
    if (chosen.isEmpty()) {
      return "";
    }
    return chosen.get().empty()
        ? view.sheet().line(chosen.get().head().line()).map(line -> line.line().text()).orElse("")
        : chosen.get().text(view.viewport().ring());
  }

  private void chosen(long position) {
    view.sheet()
        .line(position)
        .ifPresent(
            line -> {
              view.setAccessibleText(line.line().text());
              listeners.forEach(listener -> listener.accept(line));
            });
  }

  private void paint(Brush brush, VisibleRow row) {
    var chosen = selection();
    if (chosen.isEmpty()) {
      return;
    }
    boolean focused = brush.frame().focused();
    Selection text = chosen.get();
    if (text.empty() && text.head().line() == row.position()) {
      brush.fillRow(brush.palette().of(focused ? Ink.SELECTION : Ink.SELECTION_OFF));
    }
    text.in(row.position(), row.text().length())
        .ifPresent(
            span -> {
              int from = Math.max(span.from(), row.from());
              int to = Math.min(span.to(), row.to());
              int beyond =
                  span.to() > row.text().length() && row.to() == row.text().length() ? 1 : 0;
              if (from <= to) {
                brush.fill(
                    brush.palette().of(focused ? Ink.SELECTION : Ink.SELECTION_OFF),
                    TextLayer.column(row, from),
                    TextLayer.column(row, to) + beyond);
              }
            });
  }
}
