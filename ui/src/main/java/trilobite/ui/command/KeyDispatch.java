// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.command;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Panel;

/// Takes key presses before any control does and runs the command that they mean. Of one that
/// cannot be done, the reason is told where there is one.
public final class KeyDispatch {

  private final CommandTable commands;
  private final BiConsumer<Command, String> refused;

  /// The key that is down meant a command, so that the character it types is nobody's: Alt+3 would
  /// write a 3 into the editor that has the focus.
  private boolean answered;

  public KeyDispatch(CommandTable commands) {
    this(commands, (_, _) -> {});
  }

  /// @param refused hears of a command whose key was pressed, and why it cannot be done
  public KeyDispatch(CommandTable commands, BiConsumer<Command, String> refused) {
    this.commands = commands;
    this.refused = refused;
  }

  public void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, press -> answered = dispatch(scene, press));
    scene.addEventFilter(KeyEvent.KEY_RELEASED, _ -> answered = false);
    scene.addEventFilter(
        KeyEvent.KEY_TYPED,
        typed -> {
          if (answered) {
            typed.consume();
          }
        });
  }

  private boolean dispatch(Scene scene, KeyEvent press) {
    var meant =
        raw(Optional.ofNullable(scene.getFocusOwner()))
            ? Optional.<Command>empty()
            : commands.match(press);
    meant.ifPresent(
        command -> {
          press.consume();
          if (command.enabled().get()) {
            command.run().run();
          } else if (!commands.why(command.id()).isEmpty()) {
            refused.accept(command, commands.why(command.id()));
          }
        });
    return meant.isPresent();
  }

  /// True where the focus lies on, or within, what takes each key ([Panel#RAW_KEYS]).
  public static boolean raw(Optional<Node> focused) {
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
