// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Look;
import trilobite.ui.theme.Fonts;
import trilobite.ui.theme.Theme;

/// Rows of sixteen bytes: address, hex, text. Fields lie on grounds of their own, the cursor's on
/// the selection's. Arrows move the cursor, with Shift they choose; Page keys and the wheel go
/// along. JavaFX thread only.
final class HexPicture extends Region {

  private static final int ROW = BytesModel.ROW;
  private static final double HEX = 19;
  private static final double TEXT = 70;

  private final Look look;
  private final BytesModel model;
  private final Runnable moved;
  private final Canvas canvas = new Canvas();

  /// @param moved hears that cursor or window are elsewhere
  HexPicture(Look look, BytesModel model, Runnable moved) {
    this.look = look;
    this.model = model;
    this.moved = moved;
    setId("bytes-hex");
    getStyleClass().addAll("bytes-hex", "tri-focusable", "tri-inset");
    getChildren().add(canvas);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> press(event, event.isShiftDown()));
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> press(event, true));
    widthProperty().addListener(_ -> Fx.later(this::resized));
    heightProperty().addListener(_ -> Fx.later(this::resized));
    look.theme().addListener(_ -> paint());
    look.scale().addListener(_ -> resized());
  }

  private double em() {
    return Theme.ROOT_PX * look.scale().get();
  }

  private double line() {
    return Math.round(em() * 1.5);
  }

  private double cell() {
    return em() * 0.575;
  }

  private void resized() {
    model.rows((int) ((getHeight() - em()) / line()));
    moved.run();
    paint();
  }

  private void scroll(ScrollEvent event) {
    if (model.scroll(event.getDeltaY() > 0 ? -3 : 3)) {
      moved.run();
      paint();
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    var by =
        switch (event.getCode()) {
          case LEFT -> -1L;
          case RIGHT -> 1L;
          case UP -> -ROW;
          case DOWN -> ROW;
          case PAGE_UP -> -model.bytes();
          case PAGE_DOWN -> model.bytes();
          case HOME -> -(model.cursor() & (ROW - 1));
          case END -> ROW - 1 - (model.cursor() & (ROW - 1));
          default -> Long.MIN_VALUE;
        };
    if (by == Long.MIN_VALUE || event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    model.move(model.cursor() + by, event.isShiftDown());
    moved.run();
    paint();
    event.consume();
  }

  private void press(MouseEvent event, boolean keep) {
    requestFocus();
    at(event.getX(), event.getY())
        .ifPresent(
            address -> {
              model.move(address, keep);
              moved.run();
              paint();
            });
  }

  private Optional<Long> at(double x, double y) {
    var row = (long) ((y - em() / 2) / line());
    var column = x / cell();
    var index =
        column >= TEXT
            ? (long) (column - TEXT)
            : (long) ((column - HEX + 0.5 - (column > HEX + 24.5 ? 1 : 0)) / 3);
    return row >= 0 && row * ROW < model.bytes() && index >= 0 && index < ROW && column >= HEX - 1
        ? Optional.of(model.top() + row * ROW + index)
        : Optional.empty();
  }

  void paint() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    var ink = canvas.getGraphicsContext2D();
    ink.clearRect(0, 0, getWidth(), getHeight());
    ink.setFont(Font.font(Fonts.MONO, em() * 0.9583));
    ink.setTextBaseline(VPos.CENTER);
    var sheet = model.sheet();
    if (sheet.isEmpty()) {
      return;
    }
    var y = em() / 2;
    for (long at = 0; at < model.bytes(); at += ROW, y += line()) {
      row(ink, sheet.get(), model.top() + at, y);
    }
    setAccessibleText(
        "Byte at 0x%x: %s"
            .formatted(
                model.cursor(),
                sheet
                    .get()
                    .at(model.cursor())
                    .map(one -> String.format(Locale.ROOT, "%02x", one))
                    .or(() -> sheet.get().why(model.cursor()))
                    .orElse("not read yet")));
  }

  private void row(GraphicsContext ink, Sheet sheet, long address, double y) {
    var theme = look.theme().get();
    ink.setFill(theme.colour("-tri-fg-g"));
    ink.fillText(String.format(Locale.ROOT, "%016x", address), cell(), y + line() / 2);
    var why = sheet.why(address);
    if (why.isPresent()) {
      ink.setFill(theme.colour("-tri-fg2"));
      ink.fillText(why.get(), cell() * HEX, y + line() / 2);
    }
    for (int i = 0; i < ROW; i++) {
      var at = address + i;
      var hex = cell() * (HEX + i * 3 + (i >= ROW / 2 ? 1 : 0));
      var text = cell() * (TEXT + i);
      var ground = ground(at);
      if (ground.isPresent()) {
        ink.setFill(theme.colour(ground.get()));
        ink.fillRect(hex - cell() / 2, y, cell() * 3, line());
        ink.fillRect(text, y, cell(), line());
      }
      if (at == model.cursor()) {
        ink.setStroke(theme.colour("-tri-accent"));
        ink.strokeRect(hex - cell() / 2 + 0.5, y + 0.5, cell() * 3 - 1, line() - 1);
      }
      var value = sheet.at(at);
      if (value.isPresent()) {
        int one = value.get();
        ink.setFill(theme.colour(one == 0 ? "-tri-fg3" : "-tri-fg"));
        ink.fillText(String.format(Locale.ROOT, "%02x", one), hex, y + line() / 2);
        ink.fillText(one >= ' ' && one < 127 ? Character.toString(one) : ".", text, y + line() / 2);
      }
    }
  }

  /// Colour under a byte: of what is chosen, of the cursor's field, of every second field.
  private Optional<String> ground(long at) {
    if (Long.compareUnsigned(at - model.from(), model.to() - model.from()) < 0
        && model.to() - model.from() > 1) {
      return Optional.of("-tri-sel");
    }
    if (model.field().filter(field -> field.holds(at)).isPresent()) {
      return Optional.of("-tri-sel");
    }
    var even = 0;
    for (var field : model.fields()) {
      if (field.depth() == 0) {
        if (field.holds(at)) {
          return even % 2 == 0 ? Optional.of("-tri-bg2") : Optional.of("-tri-bg1");
        }
        even++;
      }
    }
    return Optional.empty();
  }
}
