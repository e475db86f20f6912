// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.guest.Listing;
import trilobite.model.guest.MemoryLevelRow;
import trilobite.model.guest.MemoryRegionRow;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.table.CellText;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.grid.GuestWatch;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.ShownRun;

/// Ladder, map and live blocks of the shown guest.
final class MemoryView extends SplitPane implements PanelView {

  private final Desk desk;
  private final BlocksPane blocks;
  private final Ladder ladder = new Ladder();
  private final MapModel model = new MapModel();
  private final MapPicture map;
  private final FlowPane legend = new FlowPane();
  private final SplitPane above = new SplitPane();
  private final Label trouble = new Label();
  private final GuestWatch<Seen> watch;

  private record Seen(
      Measured<Listing<MemoryLevelRow>> ladder, Measured<Listing<MemoryRegionRow>> map) {}

  MemoryView(Desk desk, FileChoice files) {
    this(desk, files, ZoneId.systemDefault());
  }

  MemoryView(Desk desk, FileChoice files, ZoneId zone) {
    this.desk = desk;
    map = new MapPicture(desk.look(), model);
    blocks = new BlocksPane(desk, files, zone);
    watch =
        new GuestWatch<>(
            desk,
            "Read memory",
            guest ->
                new Seen(guest.eyes().see(Views.MEMORY_LADDER), guest.eyes().see(Views.MEMORY_MAP)),
            this::show);
    getStyleClass().addAll("tri-panel", "memory");
    getStylesheets()
        .add(Objects.requireNonNull(MemoryView.class.getResource("memory.css")).toExternalForm());
    trouble.getStyleClass().add("grid-cut");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.visibleProperty());
    trouble.setVisible(false);
    legend.getStyleClass().add("memory-legend");
    VBox.setVgrow(map, Priority.ALWAYS);
    var picture = new VBox(trouble, map, legend);
    picture.getStyleClass().add("memory-picture");
    var steps = new ScrollPane(ladder);
    steps.setFitToWidth(true);
    steps.getStyleClass().addAll("edge-to-edge", "memory-steps");
    above.getItems().addAll(steps, picture);
    above.setDividerPositions(0.3);
    SplitPane.setResizableWithParent(steps, false);
    setOrientation(Orientation.VERTICAL);
    getItems().add(blocks.node());
    parts();
    desk.session().run().addListener((_, _, _) -> begin());
    desk.look().theme().addListener(_ -> painted());
  }

  private Optional<LiveGuest> guest() {
    return desk.session().run().get().flatMap(ShownRun::live);
  }

  /// Where there is no guest the words that say so have all the room, and nothing stands empty.
  private void parts() {
    boolean shows = getItems().contains(above);
    if (guest().isPresent() && !shows) {
      getItems().addFirst(above);
      setDividerPositions(0.5);
    } else if (guest().isEmpty() && shows) {
      getItems().remove(above);
    }
  }

  private void begin() {
    parts();
    ladder.show(List.of());
    model.take(List.of());
    trouble.setVisible(false);
    painted();
    watch.again();
  }

  private void show(LiveGuest from, Seen seen) {
    if (!guest().equals(Optional.of(from))) {
      return;
    }
    seen.ladder.value().ifPresent(levels -> ladder.show(levels.rows()));
    boolean moved = seen.map.value().map(regions -> model.take(regions.rows())).orElse(false);
    var why = why(seen.map).or(() -> why(seen.ladder));
    trouble.setText(why.map(each -> "Not all of it: " + each + ".").orElse(""));
    trouble.setVisible(why.isPresent());
    if (moved) {
      painted();
    }
  }

  private static <R> Optional<String> why(Measured<Listing<R>> seen) {
    return switch (seen) {
      case Measured.Known<Listing<R>>(var reading) -> reading.value().cut();
      case Measured.Unknown<Listing<R>>(var reason) -> Optional.of(reason.why());
    };
  }

  private void painted() {
    map.paint();
    legend
        .getChildren()
        .setAll(
            model.kinds().entrySet().stream()
                .map(each -> entry(each.getKey(), each.getValue()))
                .toList());
  }

  private Label entry(String kind, long bytes) {
    var swatch = new Region();
    swatch.getStyleClass().add("memory-swatch");
    swatch.setStyle(
        "-fx-background-color: " + MapPicture.COLOURS.getOrDefault(kind, "-tri-s0") + ";");
    var entry = new Label(kind.replace('_', ' ') + "  " + CellText.of(bytes, "bytes"), swatch);
    entry.getStyleClass().addAll("tri-small", "tri-muted");
    return entry;
  }

  @Override
  public void shown(boolean visible) {
    blocks.node().shown(visible);
    watch.visible(visible);
  }

  @Override
  public void focusMain() {
    if (guest().isPresent()) {
      map.requestFocus();
    } else {
      Optional.ofNullable(blocks.node().lookup(".tri-hint .button")).ifPresent(Node::requestFocus);
    }
  }

  @Override
  public void close() {
    watch.visible(false);
    blocks.node().close();
  }

  /// For tests.
  MapModel model() {
    return model;
  }
}
