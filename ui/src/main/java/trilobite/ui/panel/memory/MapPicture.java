// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import trilobite.model.guest.MemoryRegionRow;
import trilobite.model.table.CellText;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Look;

/// Physical memory as a picture of cells, low addresses first, row after row. Wheel, + and − zoom,
/// a drag and ← → go along, 0 shows all. JavaFX thread only.
final class MapPicture extends Region {

  /// Colours of the kinds; what is not named here is "other".
  static final Map<String, String> COLOURS =
      Map.of(
          "image", "-tri-s1",
          "heap", "-tri-s3",
          "pool", "-tri-s5",
          "stack", "-tri-s2",
          "page_tables", "-tri-s4",
          "untouched", "-tri-bg2");

  private static final double CELL = 7;
  private static final double GAP = 1;
  private static final double STEP = 1.25;

  private final Look look;
  private final MapModel model;
  private final Canvas canvas = new Canvas();
  private final Tooltip tip = new Tooltip();
  private Optional<Double> dragged = Optional.empty();

  MapPicture(Look look, MapModel model) {
    this.look = look;
    this.model = model;
    setId("memory-map");
    getStyleClass().addAll("memory-map", "tri-focusable", "tri-inset");
    getChildren().add(canvas);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Map of physical memory");
    Tooltip.install(this, tip);
    setOnScroll(
        event -> {
          model.zoom(event.getDeltaY() > 0 ? 1 / STEP : STEP, part(event.getX(), event.getY()));
          paint();
          event.consume();
        });
    setOnMouseMoved(this::tell);
    setOnMousePressed(
        event -> {
          requestFocus();
          dragged = Optional.of(part(event.getX(), event.getY()));
        });
    setOnMouseDragged(this::drag);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    widthProperty().addListener(_ -> Fx.later(this::paint));
    heightProperty().addListener(_ -> Fx.later(this::paint));
  }

  private int columns() {
    return Math.max(1, (int) ((getWidth() - 2 * CELL) / CELL));
  }

  private int rows() {
    return Math.max(1, (int) ((getHeight() - 2 * CELL) / CELL));
  }

  /// Where a point is in the shown memory, 0 to 1.
  private double part(double x, double y) {
    var column = Math.clamp((long) ((x - CELL) / CELL), 0, columns() - 1);
    var row = Math.clamp((long) ((y - CELL) / CELL), 0, rows() - 1);
    return (row * columns() + column + 0.5) / (columns() * rows());
  }

  private void drag(MouseEvent event) {
    var now = part(event.getX(), event.getY());
    dragged.ifPresent(before -> model.pan(before - now));
    dragged = Optional.of(now);
    paint();
  }

  private void key(KeyEvent event) {
    switch (event.getText().isEmpty() ? event.getCode().getName() : event.getText()) {
      case "+" -> model.zoom(1 / STEP, 0.5);
      case "-", "−" -> model.zoom(STEP, 0.5);
      case "0" -> model.fit();
      default -> {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
          model.pan(event.getCode() == KeyCode.LEFT ? -0.1 : 0.1);
        } else {
          return;
        }
      }
    }
    paint();
    event.consume();
  }

  private void tell(MouseEvent event) {
    tip.setText(
        model.at(part(event.getX(), event.getY())).map(MapPicture::words).orElse("nothing read"));
  }

  static String words(MemoryRegionRow region) {
    return "%s%n0x%x – 0x%x%n%s, %s touched"
        .formatted(
            region.name().isEmpty() ? region.kind() : region.kind() + " " + region.name(),
            region.start(),
            region.end(),
            CellText.of(region.size(), "bytes"),
            CellText.of(region.touched(), "bytes"));
  }

  Color colour(String kind) {
    return look.theme().get().colour(COLOURS.getOrDefault(kind, "-tri-s0"));
  }

  void paint() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    var ink = canvas.getGraphicsContext2D();
    ink.clearRect(0, 0, getWidth(), getHeight());
    var columns = columns();
    var cells = model.cells(columns * rows());
    for (int i = 0; i < cells.size(); i++) {
      int row = i / columns;
      ink.setFill(colour(cells.get(i).kind()));
      ink.fillRect(CELL + (i % columns) * CELL, CELL + row * CELL, CELL - GAP, CELL - GAP);
    }
    setAccessibleHelp(
        "%s shown; %s"
            .formatted(
                CellText.of((long) model.shown(), "bytes"),
                String.join(
                    ", ",
                    model.kinds().entrySet().stream()
                        .map(each -> each.getKey() + " " + CellText.of(each.getValue(), "bytes"))
                        .toList())));
  }
}
