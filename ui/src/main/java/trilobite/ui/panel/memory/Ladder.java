// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
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
          "reclaimable", "Given back on demand",
          "peak", "Peak",
          "needed", "Smallest that fits");

  private List<MemoryLevelRow> shown = List.of();

  Ladder() {
    setId("memory-ladder");
    getStyleClass().add("memory-ladder");
  }

  /// The rungs are kept while there are as many: new ones would be styled anew with each look.
  void show(List<MemoryLevelRow> levels) {
    if (levels.equals(shown)) {
      return;
    }
    if (levels.size() != shown.size()) {
      getChildren().setAll(levels.stream().map(_ -> new Rung()).toList());
    }
    shown = levels;
    double all = levels.isEmpty() ? 0 : levels.getFirst().bytes();
    for (int i = 0; i < levels.size(); i++) {
      ((Rung) getChildren().get(i)).show(levels.get(i), all);
    }
  }

  private static final class Rung extends VBox {

    private final Label name = new Label();
    private final Label bytes = new Label();
    private final Region bar = new Region();
    private final Tooltip meaning = new Tooltip();
    private final DoubleProperty share = new SimpleDoubleProperty();

    Rung() {
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      bytes.getStyleClass().add("memory-bytes");
      var track = new StackPane(bar);
      track.getStyleClass().add("memory-track");
      bar.maxWidthProperty().bind(track.widthProperty().multiply(share));
      getChildren().addAll(new HBox(name, space, bytes), track);
      getStyleClass().add("memory-rung");
      Tooltip.install(this, meaning);
    }

    void show(MemoryLevelRow level, double all) {
      name.setText(TITLES.getOrDefault(level.level(), level.level()));
      bytes.setText(CellText.of(level.bytes(), "bytes"));
      var style = List.of("memory-bar", "memory-" + level.level());
      if (!bar.getStyleClass().equals(style)) {
        bar.getStyleClass().setAll(style);
      }
      share.set(all <= 0 ? 0 : Math.min(1, level.bytes() / all));
      meaning.setText(level.meaning() + "\n" + level.source());
      setAccessibleText(name.getText() + " " + bytes.getText());
    }
  }
}
