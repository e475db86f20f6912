// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys that scroll, and that move the caret and extend the selection.
final class LineKeys {

  private LineKeys() {}

  /// True where the key meant something.
  static boolean handle(KeyEvent event, LineView view, Caret caret) {
    if (event.isAltDown() || event.isMetaDown()) {
      return false;
    }
    boolean done = scrolls(event, view) || moves(event, view, caret);
    if (done) {
      view.redraw();
    }
    return done;
  }

  private static boolean scrolls(KeyEvent event, LineView view) {
    Viewport port = view.viewport();
    if (event.isShiftDown()) {
      return false;
    }
    switch (event.getCode()) {
      case PAGE_UP -> port.scroll(-Math.max(1, port.rows() - 1));
      case PAGE_DOWN -> port.scroll(Math.max(1, port.rows() - 1));
      case HOME -> {
        port.left(0);
        port.top(port.ring().first());
      }
      case END -> port.follow(true);
      case LEFT -> port.left(port.left() - 8);
      case RIGHT -> port.left(port.left() + 8);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean moves(KeyEvent event, LineView view, Caret caret) {
    if (event.isShortcutDown()) {
      return false;
    }
    boolean extend = event.isShiftDown();
    KeyCode key = event.getCode();
    if (key == KeyCode.ESCAPE && caret.selection().isPresent()) {
      caret.clear();
      return true;
    }
    TextPoint from = caret.selection().map(Selection::head).orElse(begin(view));
    var ring = view.viewport().ring();
    long line =
        switch (key) {
          case UP -> from.line() - 1;
          case DOWN -> caret.selection().isEmpty() ? from.line() : from.line() + 1;
          case PAGE_UP -> from.line() - view.viewport().rows();
          case PAGE_DOWN -> from.line() + view.viewport().rows();
          case HOME -> ring.first();
          case END -> ring.end() - 1;
          case LEFT, RIGHT -> from.line();
          default -> Long.MIN_VALUE;
        };
    if (line == Long.MIN_VALUE || ring.end() == ring.first()) {
      return false;
    }
    long held = Math.clamp(line, ring.first(), ring.end() - 1);
    int length = view.sheet().line(held).map(l -> l.line().text().length()).orElse(0);
    int index =
        switch (key) {
          case LEFT -> from.index() - 1;
          case RIGHT -> from.index() + 1;
          case HOME -> 0;
          case END -> length;
          default -> from.index();
        };
    caret.place(new TextPoint(held, Math.clamp(index, 0, length)), extend);
    view.viewport().reveal(held);
    return true;
  }

  /// Where the caret starts from: the end of what is in sight.
  private static TextPoint begin(LineView view) {
    var rows = view.viewport().visible();
    return rows.isEmpty() ? new TextPoint(0, 0) : new TextPoint(rows.getLast().position(), 0);
  }
}
