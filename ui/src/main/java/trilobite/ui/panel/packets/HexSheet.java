// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.nio.ByteBuffer;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Font;
import trilobite.ui.panel.Look;
import trilobite.ui.theme.Fonts;
import trilobite.ui.theme.Theme;

/// A packet's bytes with those of a field on another ground.
final class HexSheet extends ScrollPane {

  private static final int LINE = 16;

  /// As tall as a canvas may be; the rest is said to be missing.
  private static final int MOST = 4096;

  private final Look look;
  private final Canvas canvas = new Canvas();
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private int from;
  private int to;

  HexSheet(Look look) {
    this.look = look;
    getStyleClass().add("packet-hex");
    setContent(canvas);
    setFocusTraversable(true);
    setAccessibleText("Bytes of the packet");
    look.theme().addListener(_ -> draw());
    look.scale().addListener(_ -> draw());
  }

  void show(ByteBuffer next) {
    bytes = next.duplicate().rewind();
    from = 0;
    to = 0;
    setVvalue(0);
    draw();
  }

  /// Marks bytes.
  void mark(int offset, int length) {
    from = offset;
    to = offset + length;
    draw();
  }

  private void draw() {
    double em = Theme.ROOT_PX * look.scale().get();
    var theme = look.theme().get();
    double cell = em * 0.575;
    double row = Math.round(em * 1.4);
    int shown = Math.min(bytes.limit(), MOST);
    int lines = (shown + LINE - 1) / LINE;
    canvas.setWidth(cell * 72.5);
    canvas.setHeight(Math.max(1, row * (lines + (bytes.limit() > MOST ? 1 : 0)) + em));
    var ink = canvas.getGraphicsContext2D();
    ink.setFill(theme.colour("-tri-bg0"));
    ink.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    ink.setFont(Font.font(Fonts.MONO, em * 0.9583));
    ink.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < shown; i++) {
      int line = i / LINE;
      double y = em / 2 + row * line + row / 2;
      int column = i % LINE;
      double hex = cell * (6.2 + column * 3 + (column >= 8 ? 1 : 0));
      double text = cell * (56 + column);
      boolean marked = i >= from && i < to;
      if (marked) {
        ink.setFill(theme.colour("-tri-sel"));
        ink.fillRect(hex - cell / 2, y - row / 2, cell * 3, row);
        ink.fillRect(text, y - row / 2, cell, row);
      }
      int value = bytes.get(i) & 255;
      ink.setFill(theme.colour(marked ? "-tri-fg-s" : "-tri-fg"));
      ink.fillText(String.format(Locale.ROOT, "%02x", value), hex, y);
      ink.fillText(value >= ' ' && value < 127 ? Character.toString(value) : ".", text, y);
      if (column == 0) {
        ink.setFill(theme.colour("-tri-fg-g"));
        ink.fillText(String.format(Locale.ROOT, "%04x", i), cell * 1.2, y);
      }
    }
    if (bytes.limit() > MOST) {
      ink.setFill(theme.colour("-tri-fg2"));
      ink.fillText(bytes.limit() - MOST + " more bytes", cell * 8, em / 2 + row * lines + row / 2);
    }
  }
}
