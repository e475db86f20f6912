// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;

/// Ties scroll bars and wheel to what is in sight. JavaFX thread.
final class LineScroll {

  private final LineSheet sheet;
  private final ScrollBar down;
  private final ScrollBar across;
  private boolean updating;
  private double rest;
  private int widest;

  LineScroll(LineSheet sheet, ScrollBar down, ScrollBar across) {
    this.sheet = sheet;
    this.down = down;
    this.across = across;
    down.setFocusTraversable(false);
    across.setFocusTraversable(false);
    down.valueProperty().addListener(_ -> dragged());
    across.valueProperty().addListener(_ -> draggedAcross());
  }

  /// True where some line seen so far was wider than the view.
  boolean sideways() {
    return widest > sheet.viewport().columns();
  }

  /// Brings the bars up to date after a paint.
  void update() {
    Viewport port = sheet.viewport();
    for (VisibleRow row : port.visible()) {
      widest = Math.max(widest, Columns.width(row.text()));
    }
    updating = true;
    long first = port.ring().first();
    long last = Math.max(first, port.lastTop());
    down.setMin((double) first);
    down.setMax((double) last);
    down.setValue((double) Math.clamp(port.top(), first, last));
    down.setVisibleAmount(
        (last - first) * Math.min(1d, port.rows() / (double) (last - first + port.rows())));
    down.setBlockIncrement(port.rows());
    down.setVisible(last > first);
    int beyond = Math.max(0, widest - port.columns());
    across.setMax(beyond);
    across.setVisibleAmount(beyond * Math.min(1d, port.columns() / (double) Math.max(1, widest)));
    across.setValue(Math.min(port.left(), beyond));
    across.setBlockIncrement(port.columns());
    updating = false;
    boolean needed = !port.wrap() && sideways();
    if (needed != across.isVisible() && across.getParent() != null) {
      across.getParent().requestLayout();
    }
  }

  void wheel(ScrollEvent event) {
    Viewport port = sheet.viewport();
    double row = sheet.metrics().row();
    if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY()) || event.isShiftDown()) {
      double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
      int left = port.left() - (int) Math.round(delta / sheet.metrics().cell());
      port.left(Math.min(left, Math.max(0, widest - port.columns())));
    } else {
      rest -= event.getDeltaY() / row;
      int rows = (int) rest;
      rest -= rows;
      if (rows != 0) {
        port.scroll(rows);
      }
    }
    sheet.dirty();
    event.consume();
  }

  private void dragged() {
    if (!updating) {
      sheet.viewport().top(Math.round(down.getValue()));
      sheet.dirty();
    }
  }

  private void draggedAcross() {
    if (!updating) {
      sheet.viewport().left((int) Math.round(across.getValue()));
      sheet.dirty();
    }
  }
}
