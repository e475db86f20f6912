// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import trilobite.ui.control.Icons;

/// A line of the palette as it is drawn.
final class ItemCell extends ListCell<Item> {

  private final StackPane icon = new StackPane();
  private final Label title = new Label();
  private final Label detail = new Label();
  private final HBox keys = new HBox(4);
  private final HBox row = new HBox();

  ItemCell() {
    // As wide as the list, never wider: a long reason is cut, not scrolled to.
    setPrefWidth(0);
    detail.getStyleClass().add("tri-subtle");
    detail.setMinWidth(0);
    title.setMinWidth(Region.USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    row.getStyleClass().add("tri-palette-row");
    row.getChildren().addAll(icon, title, detail, gap, keys);
    icon.getStyleClass().add("tri-palette-icon");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    keys.getStyleClass().add("tri-palette-keys");
  }

  @Override
  protected void updateItem(@Nullable Item item, boolean empty) {
    super.updateItem(item, empty);
    setText("");
    if (item == null || empty) {
      setGraphic(null);
      return;
    }
    icon.getChildren().setAll(Icons.of(item.icon().isEmpty() ? "ci-chevron-right" : item.icon()));
    title.setText(item.title());
    detail.setText(item.detail().isEmpty() ? item.also() : item.detail());
    row.setOpacity(item.usable() ? 1 : 0.5);
    keys.getChildren()
        .setAll(
            Stream.of(item.keys().split("(?<=[^+])\\+"))
                .filter(key -> !key.isEmpty())
                .map(ItemCell::key)
                .toList());
    setGraphic(row);
    setAccessibleText(item.title() + " " + detail.getText() + " " + item.keys());
  }

  private static Label key(String name) {
    var label = new Label(name);
    label.getStyleClass().add("tri-key");
    return label;
  }
}
