// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.ui.control.Tip;

/// A guest: its name and state, and below them three sparklines, or what can be had of it. Its
/// nodes stay while its figures change, so that nothing moves under the pointer.
final class GuestCell extends ListCell<GuestEntry> {

  private final Label title = label("guest-title");
  private final Label state = label("guest-state");
  private final Label detail = label("tri-small", "guest-detail");
  private final Region dot = new Region();
  private final Button attach = new Button("Attach");
  private final Figure cpu = new Figure("CPU", "guest-cpu", true, 5);
  private final Figure memory = new Figure("Memory", "guest-memory", false, 64 << 10);
  private final Figure network = new Figure("Network", "guest-net", true, 1);
  private final HBox graphs = new HBox(cpu, memory, network);
  private final VBox box;

  /// @param attaching called for the entry whose button is pressed
  GuestCell(Consumer<GuestEntry> attaching) {
    getStyleClass().add("guest-cell");
    // As wide as the list, never wider: long words are cut, not scrolled to.
    setPrefWidth(0);
    attach.getStyleClass().add("tri-inline");
    attach.setMinWidth(USE_PREF_SIZE);
    attach.setFocusTraversable(false);
    attach.setOnAction(_ -> attaching.accept(getItem()));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    title.setMinWidth(0);
    var first = new HBox(dot, title, state, space, attach);
    first.getStyleClass().add("guest-first");
    graphs.getStyleClass().add("guest-graphs");
    box = new VBox(first, detail, graphs);
    box.getStyleClass().add("guest-row");
  }

  private static Label label(String... classes) {
    var made = new Label();
    made.getStyleClass().addAll(classes);
    return made;
  }

  @Override
  protected void updateItem(GuestEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    title.setText(entry.title());
    state.setText(entry.state());
    var look = "guest-" + entry.look().name().toLowerCase(Locale.ROOT);
    dot.getStyleClass().setAll("guest-dot", look);
    state.getStyleClass().setAll("label", "guest-state", look);
    detail.setText(entry.detail());
    shown(attach, entry.other().isPresent());
    shown(graphs, entry.graphs().isPresent());
    shown(detail, entry.graphs().isEmpty());
    entry
        .graphs()
        .ifPresent(
            figures -> {
              cpu.show(figures.cpu());
              memory.show(figures.memory());
              network.show(figures.network());
            });
    Tip.on(entry.graphs().isPresent() ? title : detail, entry.about());
    setAccessibleText(entry.title() + " " + entry.state() + ", " + entry.detail() + figures(entry));
    setGraphic(box);
  }

  private static String figures(GuestEntry entry) {
    return entry
        .graphs()
        .map(
            now ->
                ", CPU %s, memory %s, network %s"
                    .formatted(now.cpu().text(), now.memory().text(), now.network().text()))
        .orElse("");
  }

  private static void shown(Region node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  /// A sparkline with its name and newest value.
  private static final class Figure extends VBox {
    private final Label value = label("guest-value");
    private final Sparkline line;

    Figure(String name, String style, boolean fromZero, double floor) {
      line = new Sparkline(style, fromZero, floor);
      var words = label("tri-small", "guest-name");
      words.setText(name);
      getStyleClass().add("guest-figure");
      HBox.setHgrow(this, Priority.ALWAYS);
      getChildren().addAll(words, value, line);
    }

    void show(Trend trend) {
      value.setText(trend.text());
      line.show(trend.values());
      Tip.on(value, trend.why().isEmpty() ? "the last minute" : trend.why());
    }
  }
}
