// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.grid.Grid;
import trilobite.ui.grid.GridColumn;
import trilobite.ui.grid.GridSpec;
import trilobite.ui.grid.GuestGrid;
import trilobite.ui.grid.GuestWords;
import trilobite.ui.panel.Desk;

/// Live blocks by size, by the call that asked for them, and what each allocator makes of its
/// memory: one of the three at a time, and only that one is read.
final class BlocksPane extends StackPane {

  private static final String LEAK = "grid-warn";

  private final Desk desk;
  private final FileChoice files;
  private final ZoneId zone;
  private final HBox segment = new HBox();
  private final ToggleGroup one = new ToggleGroup();
  private final Map<ToggleButton, GuestGrid<?>> grids = new LinkedHashMap<>();
  private boolean visible;

  BlocksPane(Desk desk, FileChoice files, ZoneId zone) {
    this.desk = desk;
    this.files = files;
    this.zone = zone;
    segment.getStyleClass().add("tri-segment");
    segment.setMaxHeight(USE_PREF_SIZE);
    var hidden = Set.of("allocator");
    add(
        "By size",
        grid(
            Views.ALLOCATIONS,
            spec(
                Views.ALLOCATIONS,
                hidden,
                row -> row.allocator() + " " + row.size(),
                row -> row.suspect().isPresent() ? LEAK : "",
                "Filter by size or suspect"),
            words("live blocks")));
    add(
        "By call",
        grid(
            Views.ALLOCATION_SITES,
            spec(
                Views.ALLOCATION_SITES,
                Set.of("allocator", "address", "rising"),
                row -> row.allocator() + " " + row.address(),
                row -> row.suspect().isPresent() ? LEAK : "",
                "Filter by function, file or suspect"),
            words("blocks by call")));
    var allocators =
        grid(
            Views.ALLOCATORS,
            spec(Views.ALLOCATORS, Set.of("inner"), row -> row.name(), row -> "", "Filter by name"),
            words("allocators"));
    add("Allocators", allocators);
    one.selectedToggleProperty()
        .addListener(
            (_, was, now) -> {
              if (now == null) {
                one.selectToggle(was);
              } else {
                choose((ToggleButton) now);
              }
            });
    one.selectToggle(one.getToggles().getFirst());
  }

  private static GuestWords words(String things) {
    return new GuestWords(
        things,
        "ci-chip",
        "No " + things,
        "They appear once the guest has allocated some.",
        "Ladder, map and Vitals go on.");
  }

  private <R extends Record> GuestGrid<R> grid(View<R> view, GridSpec<R> spec, GuestWords words) {
    var grid = new Grid<>(desk, spec, files);
    if (view.table().columns().stream().anyMatch(column -> column.name().equals("bytes"))) {
      grid.sort("bytes", true);
    }
    return new GuestGrid<>(desk, view, grid, words, zone);
  }

  private static <R extends Record> GridSpec<R> spec(
      View<R> view,
      Set<String> optional,
      Function<R, Object> key,
      Function<R, String> look,
      String hint) {
    return new GridSpec<>(
        view.name(),
        view.table().columns().stream()
            .map(
                column ->
                    optional.contains(column.name())
                        ? GridColumn.of(column).optional()
                        : GridColumn.of(column))
            .toList(),
        key,
        look,
        hint);
  }

  private void add(String title, GuestGrid<?> grid) {
    var button = new ToggleButton(title);
    button.setToggleGroup(one);
    button.setMinWidth(USE_PREF_SIZE);
    segment.getChildren().add(button);
    grids.put(button, grid);
  }

  private void choose(ToggleButton button) {
    var focused = segment.getChildren().stream().anyMatch(node -> node.isFocused());
    grids.values().forEach(grid -> grid.shown(false));
    var grid = grids.get(button);
    if (grid == null) {
      return;
    }
    grid.extra(segment);
    getChildren().setAll(List.of(grid));
    grid.shown(visible);
    if (focused) {
      // Moved to another toolbar, the button would lose the keyboard.
      button.requestFocus();
    }
  }

  void shown(boolean now) {
    visible = now;
    if (one.getSelectedToggle() instanceof ToggleButton button) {
      choose(button);
    }
  }

  void close() {
    grids.values().forEach(GuestGrid::close);
  }
}
