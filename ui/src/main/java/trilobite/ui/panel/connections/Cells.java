// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.OptionalLong;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.ui.control.Bar;
import trilobite.ui.grid.CellView;

/// What the panel's columns draw.
final class Cells {

  /// A queue of so many bytes fills its bar.
  private static final double MUCH = 14_600.0;

  private Cells() {}

  private static HBox line(Node... parts) {
    var line = new HBox(parts);
    line.getStyleClass().add("conn-cell");
    return line;
  }

  private static Label label(String... classes) {
    var label = new Label();
    label.getStyleClass().addAll(classes);
    label.setMinWidth(0);
    return label;
  }

  private static Region space() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static void mark(Node node, String style, boolean on) {
    node.getStyleClass().remove(style);
    if (on) {
      node.getStyleClass().add(style);
    }
  }

  /// Protocol, address and port.
  static final class Listening implements CellView<ListenerRow> {
    private final Label text = label("tri-mono", "conn-strong");

    @Override
    public Node node() {
      return text;
    }

    @Override
    public void show(ListenerRow row) {
      text.setText(row.protocol() + " " + row.local());
    }
  }

  /// How full its queue is, with a word where it is too full.
  static final class Backlog implements CellView<ListenerRow> {
    private final Bar bar = new Bar();
    private final Label figure = label("tri-mono");
    private final Label tag = label("conn-tag");
    private final HBox node = line(bar, figure, tag);

    Backlog() {
      figure.setMinWidth(Region.USE_PREF_SIZE);
      tag.setMinWidth(Region.USE_PREF_SIZE);
      tag.managedProperty().bind(tag.visibleProperty());
      bar.managedProperty().bind(bar.visibleProperty());
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(ListenerRow row) {
      bar.setVisible(row.limit().isPresent());
      bar.show(
          ConnectionsModel.taken(row),
          Double.NaN,
          row.state().equals(ListenerRow.OVERFLOW)
              ? "bar-bad"
              : row.full() ? "bar-warn" : "series-1");
      figure.setText(ConnectionsModel.queue(row));
      mark(figure, "tri-bad", row.full());
      tag.setVisible(row.full());
      tag.setText(row.state().equals(ListenerRow.OVERFLOW) ? "Overflow" : "Full");
    }
  }

  /// A figure that is red where it should be none.
  static final class Refused implements CellView<ListenerRow> {
    private final Function<ListenerRow, OptionalLong> count;
    private final Label text = label("tri-mono");
    private final HBox node = line(space(), text);

    Refused(Function<ListenerRow, OptionalLong> count) {
      this.count = count;
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(ListenerRow row) {
      var now = count.apply(row);
      text.setText(ConnectionsModel.figure(now));
      mark(text, "tri-bad", now.orElse(0) > 0);
      mark(text, "tri-subtle", now.orElse(0) == 0);
    }
  }

  /// A shape for each kind of state, and the stack's word.
  static final class State implements CellView<SocketRow> {
    private final Region shape = new Region();
    private final Label word = label("tri-mono");
    private final HBox node = line(shape, word);

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(SocketRow row) {
      shape.getStyleClass().setAll("conn-shape", "conn-" + ConnectionsModel.shape(row));
      word.setText(GuestText.visible(row.state()));
    }
  }

  /// Who is at the other end, its number apart.
  static final class Peer implements CellView<SocketRow> {
    private final Label name = label();
    private final Label pid = label("tri-small", "tri-muted");
    private final HBox node = line(name, pid);

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(SocketRow row) {
      name.setText(row.peer().map(GuestText::visible).orElse("–"));
      mark(name, "tri-muted", row.peerPid().isEmpty());
      pid.setText(row.peerPid().isPresent() ? "pid " + row.peerPid().getAsLong() : "");
    }
  }

  /// Bytes that wait, with a bar where there are some.
  static final class Queue implements CellView<SocketRow> {
    private final Function<SocketRow, OptionalLong> bytes;
    private final Bar bar = new Bar();
    private final Label text = label("tri-mono");
    private final HBox node = line(space(), bar, text);

    Queue(Function<SocketRow, OptionalLong> bytes) {
      this.bytes = bytes;
      bar.getStyleClass().add("conn-queue");
      text.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(SocketRow row) {
      var now = bytes.apply(row);
      bar.setVisible(now.orElse(0) > 0);
      bar.show(
          now.orElse(0) / MUCH, Double.NaN, now.orElse(0) > MUCH / 2 ? "bar-warn" : "series-1");
      text.setText(ConnectionsModel.figure(now));
    }
  }

  /// The thread that uses it, or where it waits for one.
  static final class User implements CellView<SocketRow> {
    private final Label text = label();

    @Override
    public Node node() {
      return text;
    }

    @Override
    public void show(SocketRow row) {
      var words = ConnectionsModel.thread(row);
      text.setText(words.isEmpty() ? "–" : words);
      mark(text, "tri-bad", row.inBacklog() || ConnectionsModel.lonely(row));
    }
  }
}
