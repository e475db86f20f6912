// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A tooltip that is made when the mouse first comes to its node. Each tooltip is a window with a
/// scene of its own; dozens of them made at the start would stand in front of the first frame.
public final class Tip implements EventHandler<MouseEvent> {

  private final Node node;
  private Supplier<String> text;
  private @Nullable Tooltip made;

  private Tip(Node node, Supplier<String> text) {
    this.node = node;
    this.text = text;
  }

  /// Gives a node this tip, in place of one that it had. JavaFX thread.
  public static void on(Node node, String text) {
    on(node, () -> text);
  }

  /// As [#on(Node, String)], with a text that is asked for each time the mouse comes.
  public static void on(Node node, Supplier<String> text) {
    if (node.getProperties().get(Tip.class) instanceof Tip present) {
      present.text = text;
      present.refresh();
      return;
    }
    var tip = new Tip(node, text);
    node.getProperties().put(Tip.class, tip);
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, tip);
  }

  @Override
  public void handle(MouseEvent entered) {
    if (made == null) {
      made = new Tooltip();
      Tooltip.install(node, made);
    }
    refresh();
  }

  private void refresh() {
    if (made != null) {
      made.setText(text.get());
    }
  }
}
