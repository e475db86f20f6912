// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import trilobite.model.console.NumberedLine;

/// Selecting lines and text by mouse and keyboard, and copying them.
public final class Selecting implements LinePart {

  private final List<Consumer<NumberedLine>> listeners = new ArrayList<>();
  private final List<Runnable> forsaken = new ArrayList<>();
  private final EventHandler<MouseEvent> pressed = this::pressed;
  private final EventHandler<MouseEvent> dragged = this::dragged;
  private final EventHandler<KeyEvent> keys = this::key;
  private Optional<LineView> view = Optional.empty();
  private Optional<Caret> caret = Optional.empty();

  /// Hears of each line that is chosen.
  public Selecting whenChosen(Consumer<NumberedLine> listener) {
    listeners.add(listener);
    return this;
  }

  /// Hears when Esc gave the selection up.
  public Selecting whenCleared(Runnable listener) {
    forsaken.add(listener);
    return this;
  }

  @Override
  public void install(LineView on) {
    var made = new Caret(on);
    listeners.forEach(made::whenChosen);
    forsaken.forEach(made::whenCleared);
    view = Optional.of(on);
    caret = Optional.of(made);
    on.addEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
    on.addEventHandler(MouseEvent.MOUSE_DRAGGED, dragged);
    on.addEventHandler(KeyEvent.KEY_PRESSED, keys);
  }

  @Override
  public void uninstall() {
    view.ifPresent(
        on -> {
          on.removeEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
          on.removeEventHandler(MouseEvent.MOUSE_DRAGGED, dragged);
          on.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
        });
    caret.ifPresent(Caret::remove);
    view = Optional.empty();
    caret = Optional.empty();
  }

  /// Selected text, else the chosen line, else nothing.
  public String text() {
    return caret.map(Caret::text).orElse("");
  }

  /// Puts the selected text on the clipboard; does nothing where there is none.
  public void copy() {
    String text = text();
    if (!text.isEmpty()) {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  /// Selects every line that is held.
  public void selectAll() {
    if (view.isPresent() && caret.isPresent()) {
      var ring = view.get().viewport().ring();
      long last = ring.end() - 1;
      int length = view.get().sheet().line(last).map(l -> l.line().text().length()).orElse(0);
      caret
          .get()
          .select(new Selection(new TextPoint(ring.first(), 0), new TextPoint(last, length)));
    }
  }

  private void pressed(MouseEvent event) {
    if (view.isEmpty() || caret.isEmpty() || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    view.get().requestFocus();
    Caret moved = caret.get();
    view.get()
        .sheet()
        .pointAt(event.getX(), event.getY())
        .ifPresent(
            point -> {
              switch (event.getClickCount()) {
                case 1 -> moved.place(point, event.isShiftDown());
                case 2 -> word(point).ifPresent(moved::select);
                default -> line(point).ifPresent(moved::select);
              }
            });
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (view.isEmpty() || caret.isEmpty() || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    LineView on = view.get();
    if (event.getY() < 0) {
      on.viewport().scroll(-1);
    } else if (event.getY() > on.sheet().canvas().getHeight()) {
      on.viewport().scroll(1);
    }
    on.sheet()
        .pointAt(event.getX(), event.getY())
        .ifPresent(point -> caret.get().place(point, true));
    event.consume();
  }

  private void key(KeyEvent event) {
    if (view.isPresent() && caret.isPresent() && LineKeys.handle(event, view.get(), caret.get())) {
      event.consume();
    } else if (event.isShortcutDown() && !event.isShiftDown()) {
      switch (event.getCode()) {
        case C -> {
          copy();
          event.consume();
        }
        case A -> {
          selectAll();
          event.consume();
        }
        default -> {}
      }
    }
  }

  private Optional<Selection> word(TextPoint point) {
    return view.flatMap(on -> on.sheet().line(point.line()))
        .map(
            line -> {
              String text = line.line().text();
              int from = Math.min(point.index(), text.length());
              int to = from;
              while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
                from--;
              }
              while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
                to++;
              }
              return new Selection(
                  new TextPoint(point.line(), from), new TextPoint(point.line(), to));
            });
  }

  private Optional<Selection> line(TextPoint point) {
    return view.flatMap(on -> on.sheet().line(point.line()))
        .map(
            line ->
                new Selection(
                    new TextPoint(point.line(), 0),
                    new TextPoint(point.line(), line.line().text().length())));
  }
}
