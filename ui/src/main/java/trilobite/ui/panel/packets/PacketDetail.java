// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import trilobite.model.console.GuestText;
import trilobite.model.packet.layer.Field;
import trilobite.model.packet.layer.Layer;
import trilobite.ui.panel.Look;

/// The chosen packet: its layers and fields as a tree, its bytes below, where the chosen field's
/// are marked; and the ways to its connection.
final class PacketDetail extends VBox {

  private final Label title = new Label("No packet chosen");
  private final Label about = new Label();
  private final Button stream = new Button("Follow stream");
  private final Button connection = new Button("Connection");
  private final TreeView<Part> tree = new TreeView<>();
  private final HexSheet hex;
  private Optional<PacketStore.Opened> opened = Optional.empty();

  /// A line of the tree.
  private record Part(String name, String text, int offset, int length, boolean bad) {}

  /// @param followStream of a flow's packet
  /// @param showConnection of a TCP or UDP packet
  PacketDetail(
      Look look,
      Consumer<PacketStore.Opened> followStream,
      Consumer<PacketStore.Opened> showConnection) {
    hex = new HexSheet(look);
    getStyleClass().addAll("tri-panel", "packet-detail");
    title.getStyleClass().add("tri-name");
    title.setMinWidth(USE_PREF_SIZE);
    about.getStyleClass().addAll("tri-muted", "tri-small");
    about.setMinWidth(0);
    for (var button : List.of(stream, connection)) {
      button.getStyleClass().addAll("flat", "tri-inline");
      button.setMinWidth(USE_PREF_SIZE);
      button.setVisible(false);
    }
    stream.setOnAction(_ -> opened.ifPresent(followStream));
    connection.setOnAction(_ -> opened.ifPresent(showConnection));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(title, about, space, connection, stream);
    head.getStyleClass().addAll("tri-header", "packet-head");
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
    getChildren().addAll(head, split);
  }

  /// @param when its time of day
  void show(PacketStore.Opened next, String when) {
    opened = Optional.of(next);
    title.setText("Packet %,d".formatted(next.row().number()));
    about.setText(next.row().length() + " bytes, " + when);
    boolean ports = next.row().flow().isPresent();
    stream.setVisible(ports);
    connection.setVisible(ports);
    var root = new TreeItem<>(new Part("", "", 0, 0, false));
    for (var layer : next.layers()) {
      root.getChildren().add(item(layer));
    }
    // What the packet is for stands in the last layer, or in the one whose data it is.
    root.getChildren().reversed().stream().limit(2).forEach(item -> item.setExpanded(true));
    tree.setRoot(root);
    hex.show(next.packet().bytes());
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
