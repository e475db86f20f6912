// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import trilobite.ui.control.Focus;
import trilobite.ui.control.Hint;

/// The list of all messages, which the bell opens. It goes when the focus goes elsewhere, and by
/// Esc gives it back.
final class Drawer extends StackPane {

  private final ToastList list;
  private final ToggleButton bell;
  private final VBox history = new VBox();
  private final ScrollPane pane = new ScrollPane(history);
  private final ChangeListener<Node> away = (_, _, now) -> left(now);
  private Optional<Node> before = Optional.empty();

  Drawer(ToastList list, ToggleButton bell) {
    this.list = list;
    this.bell = bell;
    setId("notifications");
    setPickOnBounds(false);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    history.getStyleClass().add("tri-history");
    pane.getStyleClass().addAll("tri-popup", "tri-drawer");
    pane.setFitToWidth(true);
    // Its own guess does not know how the messages' lines break.
    pane.prefViewportHeightProperty().bind(history.heightProperty());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    bell.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  void open() {
    if (!isVisible()) {
      // Only now: a window that begins has no time for what is hidden.
      getChildren().setAll(pane);
      before = Optional.ofNullable(getScene().getFocusOwner());
      setVisible(true);
      bell.setSelected(true);
      list.read();
      fill();
      pane.requestFocus();
      getScene().focusOwnerProperty().addListener(away);
    }
  }

  void close() {
    if (isVisible()) {
      getScene().focusOwnerProperty().removeListener(away);
      setVisible(false);
      bell.setSelected(false);
    }
  }

  /// Shows what is kept now.
  void fill() {
    if (Focus.within(this, getScene().getFocusOwner())) {
      pane.requestFocus();
    }
    var all = list.all();
    if (all.isEmpty()) {
      history
          .getChildren()
          .setAll(
              Hint.empty("ci-notification", "No messages", "What jobs have to say is kept here."));
    } else {
      history
          .getChildren()
          .setAll(
              all.stream()
                  .map(entry -> (Node) new ToastCard(entry.toast(), "", () -> list.dismiss(entry)))
                  .toList());
    }
  }

  private void key(KeyEvent press) {
    if (press.getCode() == KeyCode.ESCAPE && isVisible()) {
      close();
      before.ifPresent(Node::requestFocus);
      press.consume();
    }
  }

  private void left(@Nullable Node now) {
    if (now != null && !now.equals(bell) && !Focus.within(this, now)) {
      close();
    }
  }
}
