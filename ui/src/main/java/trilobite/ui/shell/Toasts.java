// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
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
  private long drawn = -1;

  Toasts() {
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
    fresh.getChildren().setAll(shown.stream().map(this::card).toList());
    unread.setText(Integer.toString(list.unread()));
    unread.setVisible(list.unread() > 0);
    if (drawer.isVisible()) {
      fill();
    }
  }

  void hideDrawer() {
    if (drawer.isVisible()) {
      toggle();
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
                  .map(entry -> (Node) new ToastCard(entry.toast(), () -> list.dismiss(entry)))
                  .toList());
    }
  }

  private Node card(ToastList.Entry entry) {
    return new ToastCard(
        entry.toast(),
        () -> {
          list.dismiss(entry);
          tick();
        });
  }

  private static long now() {
    return HostClock.nanos() / 1_000_000;
  }
}
