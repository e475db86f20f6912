// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.time.HostClock;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;
import trilobite.ui.panel.Toast;

/// Messages at the lower right, and the list under the bell. Never takes the focus.
final class Toasts {

  private final ToastList list = new ToastList();
  private final VBox fresh = new VBox();
  private final ToggleButton bell = new ToggleButton();
  private final Label unread = new Label();
  private final StackPane bellBox = new StackPane();
  private final Drawer drawer = new Drawer(list, bell);
  private final Supplier<String> keys;
  private long drawn = -1;

  /// @param keys what [#act] is called by, for people
  Toasts(Supplier<String> keys) {
    this.keys = keys;
    fresh.getStyleClass().add("tri-toasts");
    fresh.setPickOnBounds(false);
    fresh.setId("toasts");
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
      drawer.fill();
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

  /// Opens the list of all messages.
  void showDrawer() {
    drawer.open();
    tick();
  }

  private void toggle() {
    if (drawer.isVisible()) {
      drawer.close();
    } else {
      showDrawer();
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
