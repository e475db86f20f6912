// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import trilobite.ui.panel.connections.ConnectionsModel.Pill;

/// How many connections are of which kind; a press shows those alone.
final class Pills extends HBox {

  private final ToggleGroup one = new ToggleGroup();
  private final Map<Pill, ToggleButton> buttons = new EnumMap<>(Pill.class);

  Pills(Consumer<Pill> choose) {
    getStyleClass().add("tri-segment");
    setMaxHeight(USE_PREF_SIZE);
    for (var pill : Pill.values()) {
      var button = new ToggleButton(pill.title());
      button.setId("pill-" + pill.name().toLowerCase(java.util.Locale.ROOT));
      button.setToggleGroup(one);
      if (pill == Pill.ALL) {
        button.getStyleClass().add("pill-all");
      }
      button.managedProperty().bind(button.visibleProperty());
      button
          .selectedProperty()
          .addListener(
              (_, _, now) -> {
                if (now) {
                  choose.accept(pill);
                }
              });
      buttons.put(pill, button);
      getChildren().add(button);
    }
    choose(Pill.ALL);
    one.selectedToggleProperty()
        .addListener(
            (_, was, now) -> {
              // One of them is always in force.
              if (now == null) {
                one.selectToggle(was);
              }
            });
  }

  void choose(Pill pill) {
    buttons.forEach((each, button) -> button.setSelected(each == pill));
  }

  /// A pill that counts none is not there, but for the first and for one that is pressed.
  void show(ConnectionsModel model) {
    buttons.forEach(
        (pill, button) -> {
          long count = model.count(pill);
          button.setText(pill.title() + " " + count);
          button.setVisible(count > 0 || pill == Pill.ALL || button.isSelected());
        });
  }
}
