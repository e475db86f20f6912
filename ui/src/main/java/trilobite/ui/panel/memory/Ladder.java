// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.guest.MemoryLevelRow;
import trilobite.model.table.CellText;

/// The levels as bars under each other, each as long as its part of what was assigned.
final class Ladder extends VBox {

  private static final Map<String, String> TITLES =
      Map.of(
          "assigned", "Assigned",
          "touched", "Touched",
          "owned", "Owned by the allocator",
          "in_use", "In use",
          "peak", "Peak",
          "needed", "Smallest that fits");

  Ladder() {
    setId("memory-ladder");
    getStyleClass().add("memory-ladder");
  }

  void show(List<MemoryLevelRow> levels) {
    double all = levels.isEmpty() ? 0 : levels.getFirst().bytes();
    getChildren().setAll(levels.stream().map(level -> rung(level, all)).toList());
  }

  private static VBox rung(MemoryLevelRow level, double all) {
    var name = new Label(TITLES.getOrDefault(level.level(), level.level()));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bytes = new Label(CellText.of(level.bytes(), "bytes"));
    bytes.getStyleClass().add("memory-bytes");
    var bar = new Region();
    bar.getStyleClass().addAll("memory-bar", "memory-" + level.level());
    var track = new StackPane(bar);
    track.getStyleClass().add("memory-track");
    bar.maxWidthProperty()
        .bind(track.widthProperty().multiply(all <= 0 ? 0 : Math.min(1, level.bytes() / all)));
    var rung = new VBox(new HBox(name, space, bytes), track);
    rung.getStyleClass().add("memory-rung");
    Tooltip.install(rung, new Tooltip(level.meaning() + "\n" + level.source()));
    rung.setAccessibleText(name.getText() + " " + bytes.getText());
    return rung;
  }
}
