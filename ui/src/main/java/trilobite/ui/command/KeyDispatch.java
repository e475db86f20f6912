// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.command;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import trilobite.ui.panel.Panel;

/// Takes key presses before any control does and runs the command that they mean.
public final class KeyDispatch {

  private final CommandTable commands;

  public KeyDispatch(CommandTable commands) {
    this.commands = commands;
  }

  public void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, press -> dispatch(scene, press));
  }

  private void dispatch(Scene scene, KeyEvent press) {
    if (!raw(Optional.ofNullable(scene.getFocusOwner()))) {
      commands
          .match(press)
          .ifPresent(
              command -> {
                press.consume();
                if (command.enabled().get()) {
                  command.run().run();
                }
              });
    }
  }

  private static boolean raw(Optional<Node> focused) {
    var node = focused;
    while (node.isPresent()) {
      if (node.get().hasProperties() && node.get().getProperties().containsKey(Panel.RAW_KEYS)) {
        return true;
      }
      node = node.map(Node::getParent);
    }
    return false;
  }
}
