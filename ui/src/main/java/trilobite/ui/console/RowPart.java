// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.Optional;
import trilobite.ui.console.RowPainter.Layer;

/// A part that paints something of its own on each row in sight. JavaFX thread.
abstract class RowPart implements LinePart {

  private final RowPainter painter = this::paint;
  private final Layer layer;
  private Optional<LineView> view = Optional.empty();

  RowPart(Layer layer) {
    this.layer = layer;
  }

  abstract void paint(Brush brush, VisibleRow row);

  /// Where it is installed.
  final Optional<LineView> view() {
    return view;
  }

  final void redraw() {
    view.ifPresent(LineView::redraw);
  }

  @Override
  public void install(LineView on) {
    view = Optional.of(on);
    on.sheet().add(layer, painter);
  }

  @Override
  public void uninstall() {
    view.ifPresent(on -> on.sheet().remove(painter));
    view = Optional.empty();
  }
}
