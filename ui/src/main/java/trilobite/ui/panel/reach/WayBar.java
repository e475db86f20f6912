// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.reach;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import trilobite.ui.control.Icons;

/// The stations of a packet's way, each with a mark and a word for how far the last round came.
final class WayBar extends FlowPane {

  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  WayBar() {
    getStyleClass().add("reach-way");
  }

  void show(List<ReachModel.Station> way) {
    getChildren().clear();
    for (var station : way) {
      if (!getChildren().isEmpty()) {
        getChildren().add(new Label("→"));
      }
      getChildren().add(node(station));
    }
  }

  private static HBox node(ReachModel.Station station) {
    var word =
        switch (station.passed()) {
          case YES -> "passed";
          case NO -> "died here";
          case UNKNOWN -> "not asked";
        };
    var icon =
        switch (station.passed()) {
          case YES -> Icons.of("ci-checkmark-filled", "tri-ok");
          case NO -> Icons.of("ci-misuse", "tri-bad");
          case UNKNOWN -> Icons.of("ci-help", "tri-muted");
        };
    var small = new Label(word);
    small.getStyleClass().addAll("tri-small", "tri-muted");
    var box = new HBox(icon, new Label(station.name()), small);
    box.getStyleClass().add("reach-station");
    box.pseudoClassStateChanged(BAD, station.passed() == ReachModel.Passed.NO);
    return box;
  }
}
