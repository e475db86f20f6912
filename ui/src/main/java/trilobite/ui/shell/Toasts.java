// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.time.HostClock;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;
import trilobite.ui.panel.Toast;

/// Messages at the lower right, and the list under the bell. Never takes the focus.
final class Toasts {

  private final ToastList list = new ToastList();
  private final VBox fresh = new VBox();
  private final VBox history = new VBox();
  private final ToggleButton bell = new ToggleButton();
  private final Label unread = new Label();
  private final StackPane bellBox = new StackPane();
  private final StackPane drawer = new StackPane();
  private final Supplier<String> keys;
  private long drawn = -1;

  /// @param keys what [#act] is called by, for people
  Toasts(Supplier<String> keys) {
    this.keys = keys;
    fresh.getStyleClass().add("tri-toasts");
    fresh.setPickOnBounds(false);
    fresh.setId("toasts");
    history.getStyleClass().add("tri-history");
    drawer.setId("notifications");
    drawer.setPickOnBounds(false);
    drawer.setVisible(false);
    drawer.managedProperty().bind(drawer.visibleProperty());
    bell.setGraphic(Icons.of("ci-notification"));
    bell.getStyleClass().addAll("flat", "tri-icon");
    bell.setId("bell");
    bell.setAccessibleText("Notifications");
    Tip.on(bell, "Notifications");
    bell.setOnAction(_ -> toggle());
    unread.getStyleClass().addAll("tri-tab-badge", "tri-bell-count");
    unread.setMouseTransparent(true);
    bellBox.getChildren().addAll(bell, unread);
    bellBox.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    StackPane.setAlignment(unread, Pos.TOP_RIGHT);
    bellBox.addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
    drawer.addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
  }

  Node bell() {
    return bellBox;
  }

  /// What lies above the window's lower right corner.
  Node fresh() {
    return fresh;
  }

  /// The list that the bell opens.
  Node drawer() {
    return drawer;
  }

  void add(Toast toast) {
    list.add(toast, now());
    tick();
  }

  /// A few times a second: lets old messages go.
  void tick() {
    var shown = list.shown(now(), fresh.isHover());
    if (list.version() == drawn) {
      return;
    }
    drawn = list.version();
    var offer = list.offer();
    fresh
        .getChildren()
        .setAll(
            shown.stream()
                .map(one -> card(one, offer.filter(one::equals).isPresent() ? keys.get() : ""))
                .toList());
    unread.setText(Integer.toString(list.unread()));
    unread.setVisible(list.unread() > 0);
    if (drawer.isVisible()) {
      fill();
    }
  }

  /// Does the first thing that the newest message in sight offers; where none does, opens the list
  /// of all.
  void act() {
    list.offer()
        .ifPresentOrElse(
            entry -> {
              list.dismiss(entry);
              tick();
              entry.toast().actions().getFirst().run().run();
            },
            this::showDrawer);
  }

  /// Opens the list of all messages, for the keyboard too.
  void showDrawer() {
    if (!drawer.isVisible()) {
      toggle();
    }
    drawer.getChildren().getFirst().requestFocus();
  }

  private void leave(KeyEvent press) {
    if (press.getCode() == KeyCode.ESCAPE && drawer.isVisible()) {
      toggle();
      press.consume();
    }
  }

  private void toggle() {
    drawer.setVisible(!drawer.isVisible());
    bell.setSelected(drawer.isVisible());
    list.read();
    fill();
    tick();
  }

  private void fill() {
    if (drawer.getChildren().isEmpty()) {
      var pane = new ScrollPane(history);
      pane.getStyleClass().addAll("tri-popup", "tri-drawer");
      pane.setFitToWidth(true);
      drawer.getChildren().add(pane);
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

  private Node card(ToastList.Entry entry, String keys) {
    return new ToastCard(
        entry.toast(),
        keys,
        () -> {
          list.dismiss(entry);
          tick();
        });
  }

  private static long now() {
    return HostClock.nanos() / 1_000_000;
  }
}
