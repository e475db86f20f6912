// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.text.Font;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;
import trilobite.ui.console.RowPainter.Layer;

/// The canvas and what is drawn on it. JavaFX thread.
final class LineSheet {

  private static final double PADDING = 12;

  /// Room above the first row.
  static final double TOP = 4;

  private final Canvas canvas = new Canvas();
  private final Viewport viewport;
  private final List<Runnable> painted = new ArrayList<>();
  private final Map<Layer, List<RowPainter>> painters = new EnumMap<>(Layer.class);
  private Metrics metrics = Metrics.of(Font.font("JetBrains Mono", 12));
  private Palette palette = new Palette(Map.of());
  private double margin;
  private boolean focused;
  private long version = -1;
  private boolean dirty = true;

  LineSheet(Viewport viewport) {
    this.viewport = viewport;
    for (Layer layer : Layer.values()) {
      painters.put(layer, new ArrayList<>());
    }
  }

  Canvas canvas() {
    return canvas;
  }

  Viewport viewport() {
    return viewport;
  }

  Metrics metrics() {
    return metrics;
  }

  void add(Layer layer, RowPainter painter) {
    painters.getOrDefault(layer, new ArrayList<>()).add(painter);
    dirty();
  }

  void remove(RowPainter painter) {
    painters.values().forEach(list -> list.remove(painter));
    dirty();
  }

  /// Calls back after each paint.
  void whenPainted(Runnable hook) {
    painted.add(hook);
  }

  void forgetHook(Runnable hook) {
    painted.remove(hook);
  }

  /// Keeps room left of the text.
  ///
  /// @param columns of the margin's small font, 0 for no margin
  void margin(int columns) {
    margin = columns == 0 ? 0 : columns * metrics.smallCell() + PADDING;
    fit();
  }

  void style(Metrics sizes, Palette colours) {
    int columns = margin == 0 ? 0 : (int) Math.round((margin - PADDING) / metrics.smallCell());
    metrics = sizes;
    palette = colours;
    margin(columns);
  }

  void focused(boolean has) {
    focused = has;
    dirty();
  }

  void resize(double width, double height) {
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      fit();
    }
  }

  /// Takes the ring to show; a change of ring or content makes the sheet dirty.
  void show(LineRing ring) {
    if (ring != viewport.ring()) {
      viewport.ring(ring);
      version = -1;
    }
    long now = ring.version();
    if (now != version) {
      version = now;
      viewport.settle();
      dirty();
    }
  }

  void dirty() {
    dirty = true;
  }

  /// Draws, where anything changed; false where nothing did.
  boolean paint() {
    if (!dirty || canvas.getWidth() < 1) {
      return false;
    }
    dirty = false;
    var on = canvas.getGraphicsContext2D();
    on.setFill(palette.of(Ink.PAPER));
    on.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    var frame =
        new Brush.Frame(
            textLeft(), viewport.left(), viewport.columns(), canvas.getWidth(), focused);
    var brush = new Brush(on, metrics, palette, frame);
    var rows = viewport.visible();
    for (int i = 0; i < rows.size(); i++) {
      brush.row(i);
      VisibleRow row = rows.get(i);
      painters.getOrDefault(Layer.BEHIND, List.of()).forEach(p -> p.paint(brush, row));
      TextLayer.papers(brush, row);
      TextLayer.texts(brush, row);
      painters.getOrDefault(Layer.OVER, List.of()).forEach(p -> p.paint(brush, row));
    }
    painted.forEach(Runnable::run);
    return true;
  }

  /// The place in the text under a point of the canvas; none where there are no lines.
  Optional<TextPoint> pointAt(double x, double y) {
    var rows = viewport.visible();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    int index = Math.clamp((long) Math.floor((y - TOP) / metrics.row()), 0, rows.size() - 1);
    VisibleRow row = rows.get(index);
    int column = (int) Math.round((x - textLeft()) / metrics.cell()) + viewport.left();
    int at = Columns.indexAt(row.text(), Math.max(0, column) + row.column());
    return Optional.of(new TextPoint(row.position(), Math.clamp(at, row.from(), row.to())));
  }

  /// The line at a position, while it is held.
  Optional<NumberedLine> line(long position) {
    var lines = viewport.ring().lines(position, 1);
    return position < viewport.ring().first() || lines.isEmpty()
        ? Optional.empty()
        : Optional.of(lines.getFirst());
  }

  double textLeft() {
    return PADDING + margin;
  }

  static double marginLeft() {
    return PADDING;
  }

  private void fit() {
    double text = canvas.getWidth() - textLeft();
    viewport.size(
        (int) ((canvas.getHeight() - TOP) / metrics.row()),
        Math.max(1, (int) (text / metrics.cell())));
    dirty();
  }
}
