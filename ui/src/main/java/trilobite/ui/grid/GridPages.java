// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Several views of a guest in one place, one of them at a time, chosen in its toolbar; only that
/// one is read. JavaFX thread only.
public final class GridPages extends StackPane {

  private final HBox segment = new HBox();
  private final ToggleGroup one = new ToggleGroup();
  private final Map<ToggleButton, GuestGrid<?>> grids = new LinkedHashMap<>();
  private boolean visible;

  public GridPages() {
    segment.getStyleClass().add("tri-segment");
    segment.setMaxHeight(USE_PREF_SIZE);
    one.selectedToggleProperty()
        .addListener(
            (_, was, now) -> {
              if (now == null) {
                one.selectToggle(was);
              } else {
                choose((ToggleButton) now);
              }
            });
  }

  /// Adds a page; the first one is shown.
  public void add(String title, GuestGrid<?> grid) {
    var button = new ToggleButton(title);
    button.setToggleGroup(one);
    segment.getChildren().add(button);
    grids.put(button, grid);
    if (one.getSelectedToggle() == null) {
      one.selectToggle(button);
    }
  }

  /// Chooses a page by its title.
  public void choose(String title) {
    grids.keySet().stream()
        .filter(button -> button.getText().equals(title))
        .findFirst()
        .ifPresent(one::selectToggle);
    // Without its skins it is not in the scene yet, and cannot take the focus.
    applyCss();
  }

  private void choose(ToggleButton button) {
    var focused = segment.getChildren().stream().anyMatch(node -> node.isFocused());
    grids.values().forEach(grid -> grid.shown(false));
    var grid = grids.get(button);
    if (grid == null) {
      return;
    }
    grid.extra(segment);
    // Where there is too little room it loses its right end, not both.
    grid.setMinWidth(0);
    getChildren().setAll(List.of(grid));
    grid.shown(visible);
    if (focused) {
      // Moved to another toolbar, the button would lose the keyboard.
      button.requestFocus();
    }
  }

  /// Reads only while someone can see it.
  public void shown(boolean now) {
    visible = now;
    if (one.getSelectedToggle() instanceof ToggleButton button) {
      choose(button);
    }
  }

  public void close() {
    grids.values().forEach(GuestGrid::close);
  }
}
