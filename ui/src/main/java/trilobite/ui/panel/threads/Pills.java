// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// How many threads are in which state; a press shows those alone.
final class Pills extends HBox {

  private final ToggleGroup one = new ToggleGroup();
  private final List<ToggleButton> buttons = new ArrayList<>();

  Pills(Consumer<ThreadsModel.Pill> choose) {
    getStyleClass().add("tri-segment");
    setMaxHeight(USE_PREF_SIZE);
    for (var pill : ThreadsModel.Pill.ALL) {
      var button = new ToggleButton(pill.title());
      button.setToggleGroup(one);
      if (buttons.isEmpty()) {
        button.getStyleClass().add("pill-all");
      }
      button.setUserData(pill);
      button.managedProperty().bind(button.visibleProperty());
      buttons.add(button);
    }
    getChildren().addAll(buttons);
    one.selectToggle(buttons.getFirst());
    one.selectedToggleProperty()
        .addListener(
            (_, was, now) -> {
              if (now == null) {
                one.selectToggle(was);
              } else {
                choose.accept((ThreadsModel.Pill) now.getUserData());
              }
            });
  }

  /// A pill that counts none is not there, but for the first and for one that is pressed.
  void show(ThreadsModel model) {
    for (var button : buttons) {
      var pill = (ThreadsModel.Pill) button.getUserData();
      int count = model.count(pill);
      button.setText(pill.title() + " " + count);
      button.setVisible(count > 0 || button.equals(buttons.getFirst()) || button.isSelected());
    }
  }

  void all() {
    one.selectToggle(buttons.getFirst());
  }
}
