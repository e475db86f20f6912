// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.console.RawKeys.Held;

/// Sends every key of a node to the guest while it has the focus. Only Ctrl+Alt+G, which releases,
/// and Ctrl+Shift+V, which pastes, stay here: no terminal has bytes of its own for them.
final class RawInput {

  private final Consumer<byte[]> send;
  private final Runnable release;
  private final Runnable copy;
  private final EventHandler<KeyEvent> keys = this::key;

  /// The key that is down was dealt with, so that the character it types is not sent as well.
  private boolean answered;

  private boolean releasing;

  /// @param copy called for Ctrl+Shift+C
  RawInput(Consumer<byte[]> send, Runnable release, Runnable copy) {
    this.send = send;
    this.release = release;
    this.copy = copy;
  }

  void install(Node node) {
    node.getProperties().put(Panel.RAW_KEYS, true);
    node.addEventFilter(KeyEvent.ANY, keys);
  }

  void uninstall(Node node) {
    node.getProperties().remove(Panel.RAW_KEYS);
    node.removeEventFilter(KeyEvent.ANY, keys);
  }

  /// Sends what is on the clipboard.
  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null && !text.isEmpty()) {
      send.accept(RawKeys.pasted(text));
    }
  }

  private void key(KeyEvent event) {
    event.consume();
    var held = new Held(event.isShiftDown(), event.isControlDown(), event.isAltDown());
    if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      pressed(event.getCode(), held);
    } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
      if (!answered) {
        RawKeys.typed(event.getCharacter(), held).ifPresent(send);
      }
    } else if (releasing && event.getCode() == KeyCode.G) {
      releasing = false;
      release.run();
    }
  }

  private void pressed(KeyCode code, Held held) {
    answered = true;
    if (held.control() && held.alt() && code == KeyCode.G) {
      // Not before the key is up: its character would be typed where the focus goes.
      releasing = true;
    } else if (held.control() && held.shift() && code == KeyCode.V) {
      paste();
    } else if (held.control() && held.shift() && code == KeyCode.C) {
      copy.run();
    } else {
      Optional<byte[]> bytes = RawKeys.pressed(code, held);
      bytes.ifPresent(send);
      answered = bytes.isPresent();
    }
  }
}
