// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import trilobite.model.time.Mark;
import trilobite.ui.chart.WallTime;

/// The newest events of the run in words, for the narrow column.
final class EventList extends VBox {

  private static final int MOST = 12;

  private List<Mark> shown = List.of();

  EventList() {
    getStyleClass().add("event-list");
  }

  void show(List<Mark> marks, WallTime wall) {
    var newest = marks.subList(Math.max(0, marks.size() - MOST), marks.size()).reversed();
    if (newest.equals(shown)) {
      return;
    }
    shown = List.copyOf(newest);
    getChildren().clear();
    var heading = new Label("Events");
    heading.getStyleClass().add("tri-strong");
    getChildren().add(heading);
    for (var mark : shown) {
      var time = new Label(wall.exact(mark.t()));
      time.getStyleClass().addAll("tri-mono", "tri-muted");
      var words = new Label(mark.text());
      words.getStyleClass().addAll("event-words", MarkStrip.style(mark.kind()));
      words.setWrapText(true);
      getChildren().add(new VBox(time, words));
    }
  }
}
