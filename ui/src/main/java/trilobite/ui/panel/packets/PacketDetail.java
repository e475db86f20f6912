// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import trilobite.model.console.GuestText;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.layer.Field;
import trilobite.model.packet.layer.Layer;
import trilobite.ui.panel.Look;

/// The chosen packet: its layers and fields as a tree, its bytes below, where the chosen field's
/// are marked; and the ways to its connection.
final class PacketDetail extends VBox {

  private final Label title = new Label("No packet chosen");
  private final Label about = new Label();
  private final FlowPane links = new FlowPane();
  private final ToggleButton own = new ToggleButton("Trilobite");
  private final ToggleButton shark = new ToggleButton("tshark");
  private final Label notice = new Label();
  private final TreeView<Part> tree = new TreeView<>();
  private final HexSheet hex;
  private final Ways ways;
  private Optional<PacketStore.Opened> opened = Optional.empty();

  /// Where one can go from a packet.
  interface Ways {
    void connection(PacketRow row);

    void thread(PacketRow row);

    void stream(PacketRow row);

    void graph(PacketRow row);

    /// Has tshark say what it makes of a packet; calls back with layers, or with why there are
    /// none.
    void deep(PacketRow row, Consumer<List<Layer>> done, Consumer<String> failed);
  }

  /// A line of the tree.
  private record Part(String name, String text, int offset, int length, boolean bad) {}

  PacketDetail(Look look, Ways ways) {
    this.ways = ways;
    hex = new HexSheet(look);
    getStyleClass().addAll("tri-panel", "packet-detail");
    title.getStyleClass().add("tri-name");
    title.setMinWidth(USE_PREF_SIZE);
    about.getStyleClass().addAll("tri-muted", "tri-small");
    about.setMinWidth(0);
    var head = new HBox(title, about);
    head.getStyleClass().addAll("tri-header", "packet-head");
    links();
    notice.getStyleClass().add("packet-notice");
    notice.setWrapText(true);
    notice.managedProperty().bind(notice.visibleProperty());
    notice.setVisible(false);
    tree.setShowRoot(false);
    tree.setId("packet-tree");
    tree.setRoot(new TreeItem<>(new Part("", "", 0, 0, false)));
    tree.setAccessibleText("Layers and fields of the packet");
    tree.setCellFactory(_ -> new PartCell());
    tree.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, now) -> {
              if (now != null) {
                hex.mark(now.getValue().offset(), now.getValue().length());
              }
            });
    var split = new SplitPane(tree, hex);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.5);
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().addAll(head, links, notice, split);
  }

  private void links() {
    links.getStyleClass().add("packet-links");
    // Where they need two lines, what is below gives way.
    links.setMinHeight(USE_PREF_SIZE);
    links.setVisible(false);
    var choice = new HBox(own, shark);
    choice.getStyleClass().add("tri-segment");
    choice.setMaxHeight(USE_PREF_SIZE);
    var one = new ToggleGroup();
    own.setToggleGroup(one);
    shark.setToggleGroup(one);
    own.setAccessibleText("Decoded by Trilobite");
    shark.setAccessibleText("Decoded by tshark");
    own.setMinWidth(USE_PREF_SIZE);
    shark.setMinWidth(USE_PREF_SIZE);
    one.selectToggle(own);
    one.selectedToggleProperty()
        .addListener(
            (_, was, now) -> {
              if (now == null) {
                one.selectToggle(was);
              } else {
                opened.ifPresent(this::decode);
              }
            });
    links
        .getChildren()
        .addAll(
            link("Connection", ways::connection),
            link("Thread", ways::thread),
            link("Stream", ways::stream),
            link("Graph", ways::graph),
            choice);
  }

  private Button link(String name, Consumer<PacketRow> way) {
    var button = new Button(name);
    button.getStyleClass().addAll("flat", "tri-inline");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> opened.ifPresent(packet -> way.accept(packet.row())));
    return button;
  }

  /// @param when its time of day
  void show(PacketStore.Opened next, String when) {
    opened = Optional.of(next);
    title.setText("Packet %,d".formatted(next.row().number()));
    about.setText(next.row().length() + " bytes, " + when);
    boolean ports = next.row().flow().isPresent();
    links.setVisible(true);
    links.getChildren().stream()
        .filter(Button.class::isInstance)
        .forEach(button -> button.setDisable(!ports));
    hex.show(next.packet().bytes());
    decode(next);
  }

  /// Shows our own layers at once, and tshark's in their place when they come.
  private void decode(PacketStore.Opened packet) {
    layers(packet.layers());
    notice.setVisible(false);
    if (shark.isSelected()) {
      say("Asking tshark … Trilobite's own decoding stays until it answers.");
      ways.deep(
          packet.row(),
          layers -> {
            if (shows(packet)) {
              layers(layers);
              notice.setVisible(false);
            }
          },
          why -> {
            if (shows(packet)) {
              say(why + " Trilobite's own decoding is shown.");
            }
          });
    }
  }

  private boolean shows(PacketStore.Opened packet) {
    return shark.isSelected() && opened.filter(packet::equals).isPresent();
  }

  private void say(String words) {
    notice.setText(words);
    notice.setVisible(true);
  }

  private void layers(List<Layer> layers) {
    var root = new TreeItem<>(new Part("", "", 0, 0, false));
    for (var layer : layers) {
      root.getChildren().add(item(layer));
    }
    // What the packet is for stands in the last layer, or in the one whose data it is.
    root.getChildren().reversed().stream().limit(2).forEach(item -> item.setExpanded(true));
    tree.setRoot(root);
  }

  /// What is shown, for tests.
  Optional<PacketStore.Opened> opened() {
    return opened;
  }

  private static TreeItem<Part> item(Layer layer) {
    var text = layer.text() + layer.trouble().map(why -> " (" + why + ")").orElse("");
    var item =
        new TreeItem<>(
            new Part(
                layer.name(), text, layer.offset(), layer.length(), layer.trouble().isPresent()));
    layer.fields().forEach(field -> item.getChildren().add(item(field)));
    return item;
  }

  private static TreeItem<Part> item(Field field) {
    var item =
        new TreeItem<>(
            new Part(field.name(), field.value(), field.offset(), field.length(), false));
    field.parts().forEach(part -> item.getChildren().add(item(part)));
    return item;
  }

  /// Name and value.
  private static final class PartCell extends TreeCell<Part> {
    private final Label name = new Label();
    private final Label text = new Label();
    private final HBox line = new HBox(name, text);

    PartCell() {
      line.getStyleClass().add("packet-part");
      name.setMinWidth(USE_PREF_SIZE);
      text.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Part part, boolean empty) {
      super.updateItem(part, empty);
      setText(null);
      if (empty || part == null) {
        setGraphic(null);
        return;
      }
      boolean layer =
          getTreeItem().getParent() != null && getTreeItem().getParent().getParent() == null;
      name.getStyleClass().setAll("label", layer ? "tri-strong" : "tri-muted");
      text.getStyleClass().setAll("label", part.bad() ? "tri-bad" : "tri-mono");
      name.setText(part.name());
      text.setText(GuestText.visible(part.text()).replace('\n', ' '));
      setGraphic(line);
    }
  }
}
