// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.Viewport;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;
import trilobite.ui.fx.Fx;

/// Range, pause, zoom reset and export.
final class VitalsHeader extends HBox {

  private static final Map<String, Viewport.Range> RANGES = ranges();

  private final GraphGroup group;
  private final Label name = new Label("Vitals");
  private final HBox segment = new HBox();
  private final Button pause;
  private final Button fit;
  private final MenuButton export = new MenuButton();
  private final MenuButton more = new MenuButton();
  private final List<ToggleButton> ranges = new ArrayList<>();
  private boolean shownPaused;

  private static Map<String, Viewport.Range> ranges() {
    var all = new LinkedHashMap<String, Viewport.Range>();
    all.put("30 s", new Viewport.Range.Newest(30_000));
    all.put("1 min", new Viewport.Range.Newest(60_000));
    all.put("10 min", new Viewport.Range.Newest(600_000));
    all.put("Run", new Viewport.Range.WholeRun());
    return all;
  }

  VitalsHeader(GraphGroup group, VitalsActions actions) {
    this.group = group;
    getStyleClass().add("tri-header");
    name.getStyleClass().add("tri-name");
    segment.getStyleClass().add("tri-segment");
    var toggles = new ToggleGroup();
    RANGES.forEach((title, range) -> segment.getChildren().add(range(title, range, toggles)));
    pause =
        Icons.button(
            "ci-pause", "Pause the graphs; the guest runs on", "Space", group::pauseOrResume);
    pause.setId("vitals-pause");
    fit = Icons.button("ci-zoom-reset", "Show the whole range again", "0", group::fit);
    fit.setId("vitals-fit");
    menu(export, "ci-export", "Export (Ctrl+E)", "vitals-export");
    export
        .getItems()
        .addAll(
            item("Export as CSV…", actions::exportCsv), item("Export as PNG…", actions::exportPng));
    menu(more, "ci-overflow-menu-vertical", "More", "vitals-more");
    more.getItems()
        .addAll(
            item("Zoom in", () -> group.zoom(0.5, anchor())),
            item("Zoom out", () -> group.zoom(2, anchor())),
            item("Zoom to selection", group::zoomToSelection),
            item("Clear selection", () -> group.selection().set(java.util.Optional.empty())),
            item("Copy table", actions::copyTable),
            item("Copy table as JSON", actions::copyJson),
            item("Copy values", actions::copyValues));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(name, space, segment, pause, fit, export, more);
  }

  /// Opens the menu of file formats; without a run there is none.
  void chooseExport() {
    if (export.isVisible()) {
      export.requestFocus();
      export.show();
    }
  }

  private double anchor() {
    return group.cursor().get().orElse(group.window().to());
  }

  private Node range(String title, Viewport.Range range, ToggleGroup toggles) {
    var button = new ToggleButton(title);
    button.setToggleGroup(toggles);
    button.setUserData(range);
    Tip.on(button, title.equals("Run") ? "The whole run" : "The last " + title);
    button.setOnAction(
        _ -> {
          group.choose(range);
          refresh();
        });
    ranges.add(button);
    return button;
  }

  private static void menu(MenuButton button, String icon, String title, String id) {
    button.setId(id);
    button.setGraphic(Icons.of(icon));
    button.getStyleClass().addAll("flat", "tri-icon", "no-arrow");
    Tip.on(button, title);
    button.setAccessibleText(title);
  }

  private static MenuItem item(String title, Runnable action) {
    var item = new MenuItem(title);
    // Later, so that the menu is gone before a dialog of the desktop holds everything up.
    item.setOnAction(_ -> Fx.later(action));
    return item;
  }

  /// Takes in the viewport's state and the room there is.
  void refresh() {
    var viewport = group.viewport();
    for (var button : ranges) {
      button.setSelected(viewport.shown().equals(button.getUserData()));
    }
    if (pause.getGraphic() == null || shownPaused != viewport.paused()) {
      shownPaused = viewport.paused();
      pause.setGraphic(Icons.of(shownPaused ? "ci-play" : "ci-pause"));
      Tip.on(
          pause,
          (shownPaused ? "Go on drawing" : "Pause the graphs; the guest runs on") + " (Space)");
    }
    fit.setDisable(!viewport.zoomed());
  }

  /// The size of the column's text.
  double em() {
    return name.getFont().getSize();
  }

  /// How much of the header there is room for.
  enum Extent {
    FULL,
    NARROW
  }

  /// In the narrow column only name and pause remain, without a run only the name.
  void show(Extent extent, boolean run) {
    for (Node node : List.of(segment, fit, export, more)) {
      set(node, extent == Extent.FULL && run);
    }
    set(pause, run);
  }

  private static void set(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
